"""Flow or level, and the name: how a plan speaks of what it counts.

建设未来社区3个 (an act, a thing, a number), 创建1个景区村 (an act, a number, a thing),
城镇化率达到69% (a name, a number),
完成投资40亿元 (an act that is told of what came before), 康养联合体乡镇全覆盖 (coverage).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from pipelines.plans import lexicon, naming
from pipelines.plans.acceptance import ends_with_act, lists_as_many
from pipelines.plans.clauses import Item, do_verbs
from pipelines.plans.context import Carried, Context
from pipelines.plans.drafts import plain_object
from pipelines.plans.naming import Words

_BARE_ACT = re.compile(
    r"^(?:新增|累计|年|总|其中|预计|共|计划|全年)?(?:完成|实现|达成|到位|带动|撬动|拉动|吸纳|拥有)?(?:年|总|固定资产|计划|累计|有效|社会|实际)?"
    r"(?:投资额?|产值|销售额|销售收入|营业收入|营收|收入|利润|税收|面积|总面积|建筑面积|用地面积|用地|规模|产能|产量|年产值|年产能|利税|价值|增加值|资金|到位资金|装机容量|装机|长度|里程|总里程|里程数|"
    r"数量|总量|总数|人数|总额|交易额|占比|比重|比例|覆盖率|达标率|就业)$"
    r"|^(?:每人|每户|每亩|人均|户均|平均)?(?:每人|每户|每亩|每月|每年|补助|补贴|标准)+$"
)
_RATE_OF_GROWTH = re.compile(r"(?:年均|平均)?(?:增长率|增速|增幅|增长速度)")
_AVERAGE_RATE = re.compile(r"(?:(?<!自然)增长率|增速|增幅|增长速度|涨幅)$")
_ACT_TAIL = r"(?:人次|人数|数量|数|项目|任务|面积|规模)?$"
_MEASURE_OF_LAND = re.compile("(?:播种面积|种植面积|养殖面积|面积|总?产量|总?产值)$")
_PART_OF = re.compile(r"(?:占|完成)(?P<whole>[^，。；、]{1,16})的(?:比重)?(?:达到?|为|约)?$")
_PART_IN = re.compile(r"在?(?P<whole>[^，。；、]{2,16})中的?(?:所占)?(?P<share>份额|比重|占比|比例)")
_LIST_OF_PLACES = re.compile("(?:区|县|市|镇|乡|街道|园)$")
_TOWN_NAME = re.compile(r"[\u4e00-\u9fff]{2,5}(?:镇|乡|街道)")
_OF_MANY = re.compile(
    r"(?:以上|左右)?(?:具有|拥有|能够|站在|紧跟|从事|面向|符合|掌握)"
    r"[^，。；：的]{0,12}、[^，。；：]{0,24}的(?P<thing>[^的、，。；：]{3,20})$"
)
_ENDED = re.compile(
    "(?P<thing>[^，。；、]{2,14}?)(?:全部|均|已|如期|顺利|全面|高质量)*(?P<act>脱贫(?:摘帽)?|退出|摘帽|出列|达标|销号)(?:出列|退出|摘帽)?$"
)
_ALL_ENDED = re.compile("(?P<thing>[^，。；、]{2,14}?)(?:全部|均已|均|悉数)(?P<act>[\u4e00-\u9fff]{2,8})$")
_THE_REST = ("剩余", "其余", "余下", "另有", "另外")
_FOR_WHOM = re.compile("[为给向对让使](?:全[县市省区州])?$")
_HEADS = ("户", "人", "名", "口")
_COUNTED = ("count", "area", "length", "place", "power", "volume", "money")


@dataclass(slots=True)
class Shape:
    flow: bool
    name: str
    rule: str


def shape_of(context: Context, item: Item, core: str, words: Words, before: str) -> Shape:
    """Shape of an item from the words before its number (``core`` without opening words and verbs of reaching)."""
    quantity, carried = item.quantity, context.carried
    behind = context.behind(item)
    if quantity.form == "coverage":
        nouns = [w for w in words.tail if w in ("提升", "增加", "提高", "改善")]
        return Shape(False, _coverage_name(core + "".join(nouns), carried), "coverage")
    average = _AVERAGE_RATE.search(core)
    if average and carried.yearly and quantity.unit_class == "ratio" and average.start() >= 2:
        core, words.up = core[: average.start()], True  # 一般预算收入年均增幅不低于12%
    if quantity.form == "doubling":
        carried.object = core or carried.object
        return Shape(False, core or inherited(carried), "doubling")
    noun = item.grade + _noun_behind(context.text[item.grade_end : item.end]) if item.grade else _noun_behind(behind)
    noun = noun or _noun_of_next(context, item)
    if quantity.unit_class in ("ratio", "points", "concentration", "score"):
        return _share(core, noun, behind, words, before, carried)
    counts = noun or quantity.unit_class == "count"
    if core in ("净增", "净增加", "新增", "增加") and (
        carried.risen or any(t.sense == "base" for t in context.times_of(item))
    ):
        words.up = True  # 由1468家增至2105家，净增637家
        return Shape(False, inherited(carried), "growth")
    if words.up and counts and not words.reach and ends_with_act(core) and words.tail[-1] in ("提升", "提高"):
        core, words.up, words.tail = core + "".join(words.tail), False, []  # 改造提升12个老旧小区: nothing that rises
    if words.up or words.down:
        return _growth(core, carried)
    own = context.times_of(item)
    total = any(t.sense == "total" for t in own) or (any(t.sense == "future" for t in own) and not words.reach)
    if noun and _ALL_ENDED.match(noun) and context.text[item.start : quantity.start].endswith("的"):
        core = ""  # 用煤大户的118台燃煤锅炉全部拆除
    if noun and re.fullmatch(".{2,10}(?:标准|口径|政策)下", core):
        core = ""  # 现行标准下4218户、11306名贫困人口全部脱贫
    if noun and core in _THE_REST:
        core = ""  # 完成剩余689名贫困人口脱贫
    if noun and lists_as_many(quantity, core) and not do_verbs().match(core):
        core = ""  # 睦化、摆塘、交麻3个贫困乡“减贫摘帽”
    if noun and core.endswith("等") and not item.grade:
        act = do_verbs().match(core)  # 完成了甲路、乙路等70公里农村公路新改建
        core = act.group() if act else ""
    served = _served(noun) if noun and _FOR_WHOM.search(context.text[item.start : quantity.start]) else ""
    if served:
        carried.flow = True
        return Shape(True, served, "act_number_noun")
    if noun and core.endswith("有") and not item.grade:
        return Shape(
            False, naming.tidy(re.sub(r"[配设建]?有$", "", core) + noun), "number_noun"
        )  # 每个乡镇至少有2名医生
    if item.grade or (noun and (ends_with_act(core) or not core)):
        return _number_before_noun(context, core, noun, behind, words, item)
    if not core:
        stock = total and words.reach and quantity.unit_class == "count"  # 新增百亿县区26个，累计达到46个
        done = not stock and (total or "完成" in words.tail or "累计" in words.tail)
        chained = carried.flow and item.linked and not words.reach
        return Shape(done or chained, inherited(carried), "inherited")
    return _noun_before_number(context, item, core, words, before, total)


def _growth(core: str, carried: Carried) -> Shape:
    if not core or _RATE_OF_GROWTH.fullmatch(core):
        return Shape(False, inherited(carried) or core, "growth")
    carried.object = plain_object(core)
    return Shape(False, core, "growth")


def _number_before_noun(context: Context, core: str, noun: str, behind: str, words: Words, item: Item) -> Shape:
    """创建1个金3A级景区村; 完成44个老旧小区改造; 6家机构服务能力达到国家标准."""
    carried = context.carried
    verb = ends_with_act(core)
    act = core if verb else (carried.verb if item.linked and not core else "")
    act_noun = bool(lexicon.pattern("act_noun", after=_ACT_TAIL).search(noun)) and "没有" not in noun
    if act or core or words.tail:
        carried.verb, carried.flow, carried.object = verb or carried.verb, True, noun
        flow = bool(act) or "完成" in words.tail or "累计" in words.tail
        act_noun = act_noun or not flow
        noun += "" if verb or act_noun else _act_of_next(context, item)
        name = naming.tidy(act + noun) if act else _subject_name(noun)
        return Shape(flow and not behind.startswith("的标准"), name, "act_number_noun")
    opens = item is context.clause.items[0] and context.clause.start > 0
    if opens and carried.flow and carried.verb and carried.unit == item.quantity.unit and not _doer(noun, _does(), 14):
        return Shape(True, naming.tidy(carried.verb + noun), "act_number_noun")  # 培养10名…人才，60名…人才
    if item.linked and carried.flow:
        return Shape(True, naming.tidy(carried.verb + noun), "act_number_noun")
    return Shape(act_noun, _subject_name(noun), "number_noun")


def _noun_before_number(context: Context, item: Item, core: str, words: Words, before: str, total: bool) -> Shape:
    quantity, carried = item.quantity, context.carried
    value = quantity.value or 0.0
    if quantity.unit_class == "count" and quantity.unit == quantity.base_unit and value != int(value):
        carried.flow, carried.object = False, core
        return Shape(False, naming.tidy(core), "name_number")  # 注册护士2.88人: an average, nothing that is built
    bare = bool(_BARE_ACT.match(core))
    measured = bool(lexicon.pattern("measured_noun", after="$").search(core))
    done = "完成" in words.tail and not measured  # 财政总收入完成2.61亿元 is a year's value, nothing that is built
    stock = words.reach and quantity.unit_class == "count" and not do_verbs().search(core)  # 小巨人企业累计达58家
    added = not stock and (total or done or any(w in ("累计", "新") for w in words.tail))
    yearly_level = words.reach and before.lstrip("，、")[:1] == "年"  # 年接待游客突破1800万人次
    match = None if yearly_level or lexicon.pattern("not_act").match(core) else do_verbs().match(core)
    if match and not words.keep:
        verb, rest = match.group(), core[match.end() :]
        relative = words.reach and "的" in rest  # 列入名录的传统村落达到20个
        level = words.reach and (measured or relative) and not added and verb not in ("新增", "新建", "完成", "投资")
        if not level and (rest or bare or not words.reach):
            carried.verb, carried.flow = verb, True
            if bare or not rest:
                ahead = _thing_ahead(context, item) if not carried.object and not rest else ""
                name = f"{ahead}{core}" if ahead else _with_topic(core, carried)
                return Shape(True, naming.tidy(name), "act_noun_number")
            carried.object = rest
            return Shape(True, naming.tidy(core), "act_noun_number")
    # 其中曾都区20家、广水市18家、随州高新区7家: one place told, the rest of the list are places too.
    of_which = before.lstrip("，；：（").startswith("其中") or context.text.startswith("其中", context.clause.start)
    placed = len(core) <= 8 and bool(_LIST_OF_PLACES.search(core)) and not words.tail
    listed = (
        core in context.scope.children
        or (placed and item.linked and carried.places)
        or (placed and of_which and bool(_TOWN_NAME.fullmatch(core)))
    )
    carried.places = listed
    if listed and not carried.object and carried.topic and not words.tail:
        act = naming.strip_opening(carried.topic)
        begins = do_verbs().match(act)
        if begins:
            carried.verb, carried.object, carried.flow = begins.group(), act[begins.end() :], True
    if listed and carried.object and carried.flow and not words.tail:
        return Shape(True, naming.tidy(core + carried.verb + carried.object), "region_of_list")
    if bare:
        return Shape(added or "投资" in core or "到位资金" in core, naming.tidy(_with_topic(core, carried)), "bare_act")
    attained = before.lstrip("，、").startswith(("实现", "达到"))
    opens = item is context.clause.items[0] and context.clause.start > 0
    counted = of_which and before.lstrip("，；").startswith("其中") and quantity.unit_class == "count" and not measured
    chained = item.linked or counted or (opens and quantity.unit_class == "count" and not attained)
    inner = "" if yearly_level else _inner_act(core)
    # 选拔专家不少于100名，青年人才不少于500名
    bound_only = bool(words.tail) and all(w in naming.BEFORE for w in words.tail) and not re.search("[每均率]", core)
    same_unit = carried.unit == quantity.unit
    reached = words.reach and not (bound_only and same_unit)
    if carried.flow and chained and not reached and not words.keep and quantity.unit_class in _COUNTED:
        core = core if inner else _with_shared_head(core, carried)
        carried.object = core
        return Shape(True, naming.tidy(core if inner else carried.verb + core), "act_shared")
    if inner and not words.keep and not (words.reach and measured and not added):
        carried.verb, carried.flow, carried.object = inner, True, core
        return Shape(True, naming.tidy(core), "inner_act")
    done_last = lexicon.pattern("act_noun", after=_ACT_TAIL).search(core) if quantity.unit_class in _COUNTED else None
    carried.object = core[: done_last.start()] if done_last and done_last.start() >= 2 else core
    carried.flow = added or done_last is not None
    return Shape(carried.flow, naming.tidy(core), "noun_of_act" if carried.flow else "name_number")


def _thing_ahead(context: Context, item: Item) -> str:
    """投资168亿元实施9个绿色能源项目: the money is for the thing that the same clause goes on to count."""
    following = item.following
    return _noun_behind(context.behind(following)) if following is not None and not following.linked else ""


def _served(noun: str) -> str:
    """为2200户[低收入家庭发放租赁补贴] -> 发放租赁补贴的低收入家庭."""
    act = next((m for m in do_verbs().finditer(noun) if m.start() >= 2), None)
    return naming.tidy(f"{noun[act.start() :]}的{noun[: act.start()]}") if act else ""


def _act_of_next(context: Context, item: Item) -> str:
    """完成25座水库和60处山塘除险加固: what is done to the second is done to the first."""
    following = item.following
    if following is None or context.text[item.end : following.start] not in ("和", "与", "及", "、"):
        return ""
    done = lexicon.pattern("act_noun", after="$").search(_noun_behind(context.behind(following)))
    return done.group() if done else ""


def _noun_of_next(context: Context, item: Item) -> str:
    """5.62万户、16.9万贫困人口全部脱贫: households and heads of the same people."""
    following = item.following
    if item.quantity.base_unit not in _HEADS or following is None or not following.linked:
        return ""
    if context.text[item.quantity.after : following.quantity.start] not in ("、", ""):
        return ""
    counted = following.quantity.base_unit in (*_HEADS, "")
    return _noun_behind(context.behind(following)) if counted else ""


def _inner_act(core: str) -> str:
    """A doing verb inside the words: 市县联动派遣科技特派员, 经开区新增规上企业."""
    acts = lexicon.words("words", "inner_act")
    for match in do_verbs().finditer(core):
        if match.start() and match.end() < len(core) and match.group() in acts and core[match.end()] not in "区后的":
            return match.group()
    return ""


# --- names ------------------------------------------------------------------------------------------------------


def inherited(carried: Carried) -> str:
    """The name that a number without words of its own goes on about."""
    name = carried.object or (carried.names[-1] if carried.names else "")
    return naming.tidy(name or topic_noun(carried.topic) or carried.earlier)


def _with_topic(core: str, carried: Carried) -> str:
    """A bare act (完成投资) is told of what the text has just spoken of (综合交通项目)."""
    topic = carried.object or topic_noun(carried.topic)
    if _MEASURE_OF_LAND.search(topic) and lexicon.pattern("measured_noun", after="$").search(core):
        topic = _MEASURE_OF_LAND.sub("", topic)  # 粮食播种面积9万亩、总产量0.66亿斤
    elif lexicon.pattern("measured_noun", after="$").search(topic):
        return core  # 主营业务收入81亿元，利税11亿元: a measure beside it, not a part of it
    return topic + core if topic and topic not in core else core


def _with_shared_head(core: str, carried: Carried) -> str:
    """和美乡村示范县5个、示范带10条: what stands before the shared word belongs to both."""
    at = carried.object.find(core[:2]) if len(core) >= 2 else -1
    head = carried.object[:at] if 0 < at <= 6 else ""
    return head + core if not re.search(r"[\d亿万]", head + core[:2]) else core


def topic_noun(topic: str) -> str:
    """The thing that a clause without number speaks of: 规范发展强村公司 -> 强村公司."""
    core = plain_object(naming.strip_opening(topic))
    return naming.tidy(core) if 2 <= len(core) <= 30 else ""


def _noun_behind(behind: str) -> str:
    """The noun behind a number: 新增40个以上[直升飞机停机坪]; of a list of qualities, what they are of."""
    listed = re.search(r"等[^，。；、的]{0,8}的(?P<thing>[^的、，。；]{2,20})$", behind)
    if listed:
        return listed.group("thing")
    of_many = _OF_MANY.match(behind)
    if of_many:
        return of_many.group("thing")  # 1万名具有博士、硕士学位的紧缺人才
    noun = re.split(r"[、，；。：](?![^（]*）)", behind, maxsplit=1)[0]
    noun = re.sub(r"(?<=.{4})目标$", "", noun)
    noun = re.sub(r"^(?:左右|以上|以内|以下|的)+|^(?:大关|台阶|关口)$", "", noun)
    return noun if len(noun) >= 2 else ""


@cache
def _does() -> str:
    return "|".join(lexicon.words("words", "does"))


def _doer(noun: str, acts: str, reach: int) -> tuple[str, str] | None:
    """A thing and what it does: 村居 + 达到创建标准."""
    match = re.match(rf"^(?P<thing>[^达通实全成]{{1,{reach}}}?)(?P<does>(?:{acts}).{{2,}})$", noun)
    return (match.group("thing"), match.group("does")) if match else None


def _subject_name(noun: str) -> str:
    """6家[机构服务能力达到国家标准] -> 达到国家标准的机构服务能力."""
    ended = _ENDED.match(noun)
    if ended:
        return naming.tidy(ended.group("thing") + ended.group("act"))  # 84个贫困村全部退出
    all_ended = _ALL_ENDED.match(noun)
    if all_ended:
        return naming.tidy(all_ended.group("act") + all_ended.group("thing"))
    doer = _doer(noun, _does(), 14)
    return naming.tidy(f"{doer[1]}的{doer[0]}" if doer and len(doer[0]) >= 2 else noun)


def _share(core: str, noun: str, behind: str, words: Words, before: str, carried: Carried) -> Shape:
    part = _PART_OF.match(before.lstrip("，、"))
    within = _PART_IN.match(before.lstrip("，、"))
    if within and not noun:
        # 在生产总值中的份额升至52%
        whole, share = within.group("whole"), within.group("share")
        return Shape(False, naming.tidy(f"{inherited(carried)}占{whole}{share}"), "share")
    if part and not noun:
        # 占年计划的96.5%: a share of something else, told of what came before
        return Shape(False, naming.tidy(f"{inherited(carried)}占{part.group('whole')}比重"), "share")
    if not noun:
        if _RATE_OF_GROWTH.fullmatch(core) and carried.names:
            words.up = True
            return Shape(False, carried.names[-1], "growth")
        if len(core) > 3:
            carried.object = core
        if not core:
            return Shape(False, inherited(carried), "share")
        if "占" in core[1:] and not core.endswith(("比重", "占比", "比例", "率")):
            core += "比重"
        short = len(core) <= 4 and _BARE_ACT.match(core)
        return Shape(False, naming.tidy(_with_topic(core, carried) if short else core), "share")
    return Shape(False, naming.tidy(_share_of_noun(core, noun, behind, words, carried)), "share_of_noun")


def _share_of_noun(core: str, noun: str, behind: str, words: Words, carried: Carried) -> str:
    """A percentage before its noun: 覆盖85%以上村, 80%以上村居达到标准, 100%循环利用, 不少于10%的用地指标."""
    if behind.startswith("的"):
        noun = re.split(r"(?:重点)?(?:用于|支持|保障|扶持|投入)", noun, maxsplit=1)[0]
        share = noun + ("" if noun.endswith(("率", "比例", "比重")) else "占比")
        return core + share if len(core) <= 20 else share
    if core.endswith("覆盖"):
        return core[:-2] + noun + "覆盖率"
    doer = _doer(noun, f"{_does()}|转型|以上面积", 14)
    if doer:
        return f"{core}{doer[1]}的{doer[0]}占比"
    if not core and words.tail:
        return topic_noun(carried.topic) + noun + "占比"
    if len(noun) <= 6 and not noun.endswith(("率", "占比", "比例")):
        return core + noun + "率"
    return core + noun + "占比" if len(core) + len(noun) < 40 else core


def _coverage_name(core: str, carried: Carried) -> str:
    """康养联合体实现乡镇全覆盖 -> 康养联合体乡镇覆盖率; the thing may stand in the clause before."""
    core = re.sub(r"(?:实现|基本|达到|完成|均|全部|率先)+$", "", core)
    core = re.sub(r"(?<=.)实现(?=.{2,}$)", "", core)
    topic = topic_noun(carried.topic)
    opening = re.sub(r"^(?:加速|加快|推进|推动|基本)?实现", "", core)
    if topic and (not core or (len(opening) < 14 and core != opening)):
        opening = re.sub(r"(?:建设|工作|工程|覆盖)$", "", topic) + opening
    name = naming.tidy(opening)
    return name + "覆盖率" if name else ""
