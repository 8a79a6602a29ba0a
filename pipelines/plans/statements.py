"""Items -> statements: is it a target or an actual, of what, for which years, how bounded.

A quantity becomes a statement only where a name can be given to it; what is left over is told apart in `asides` and
thresholds, so that each number of a text has one reading.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from pipelines.plans import naming
from pipelines.plans.clauses import Clause, Item, Paragraph, do_verbs, rise_or_fall
from pipelines.plans.gazetteer import Region
from pipelines.plans.model import Comparator, Kind, MeasureType, Period
from pipelines.plans.periods import TimeExpression
from pipelines.plans.quantities import Quantity
from pipelines.plans.scope import Scope

_SET_NOUN = re.compile(
    r"^(?:方面|等级|类型|种类|类(?!企业)|环节|原则|阶段|步骤|层次|层面|领域|维度|问题|关键|特征|要素|模块|板块|大类|重点(?!项目|企业|工程|实验室|镇|村)|时段|字|章|部分|条件|标准|要求|“一号|自信|意识|维护|确立|坚持|统筹推进|全面|转变|关系|转型|必须|务必|革命老)"
)
_BARE_ACT = re.compile(
    r"^(?:新增|累计|年|总|其中|预计|共|计划|全年)?(?:完成|实现|达成|到位|带动|撬动|拉动|吸纳|拥有)?(?:年|总|固定资产|计划|累计|有效|社会|实际)?"
    r"(?:投资额?|产值|销售额|销售收入|营业收入|营收|收入|利润|税收|面积|总面积|建筑面积|用地面积|用地|规模|产能|产量|年产值|年产能|利税|价值|增加值|资金|到位资金|装机容量|装机|长度|里程|总里程|里程数|数量|总量|总数|人数|总额|交易额|占比|比重|比例|覆盖率|达标率|就业)$|^(?:每人|每户|每亩|人均|户均|平均)?(?:每人|每户|每亩|每月|每年|补助|补贴|标准)+$"
)
_DURATION_NAME = re.compile(r"(?:年限|寿命|时间|期限|时长|时限|天数|时效|工期|周期|延时|里程|车程|学时|预期受教育|教育年)$")
_NUMBER_NAME = re.compile(r"(?:指数|系数|比|值|倍差|差距|密度|数|额|率|分|得分|排名|比例|水平|强度|倍|EI|AQI|PH|pH|浓度|PM2\.5|EQI|标准差|面积|人口)$")
_NOUN_OF_ACT = re.compile(r"(?:培训|改造|维修|增收|放映|筛查|建设|保护利用|搬迁|派遣|整治|修缮|治理|培育|创建|建成|改建|新建|开发|提升|引进|安置|帮扶|救助|转移|演出|活动|服务|招聘|修复|造林|供地)(?:人次|人数|数量|数|项目|任务|面积|规模)?$")
_TARGET_CUE = re.compile(
    r"力争|确保|争取|目标|预期|将|计划|要(?!求|素|点|害|道|闻|领|件|约|职)|今年|明年|今后|未来|努力|拟|谋划(?!了)|不少于|至少|到[二2][0〇○零]\d*|再|新的一年"
)
_ACTUAL_CUE = re.compile(r"已(?!知)|(?:完成|实现|达到|建成|新增|突破|增长|引进|创建|创成|获批|获得|荣获|入选|成为|超额完成|迈上|跃居|位居|位列|评为|列入|通过|办结|发放|落实)了|成功|圆满|顺利|全面完成了|首次突破|再创新高|创历史|连续\S{1,4}年|仍有|仍然|尚有|仅为|只有|荣获|累计完成|先后|目前|(?<!实)现有|截至|截止")
_COMPARES = re.compile(r"同比|[比较][上去]年")
_MEASURED = re.compile(r"(?:率|比重|占比|面积|总量|总额|产值|收入|产量|人口|价值|水平|能力|规模|密度|浓度|指数|数量|余额|人数|增加值)$")
# Nouns that begin like a doing verb.
_NOT_ACT = re.compile(r"服务业|服务贸易|上市公司|上市企业|转移支付|转移性|投资率|投资总额|发展指数|保护区|发明专利|授权|开发区|保障房|支持率|参保|培训率|治理率|处理率|处置率|利用率|登记失业|登记率|注册商标|申请量|接待游客总|创新指数|监测站|流转率|出让金|组织化|帮扶率|生产")


@dataclass(slots=True)
class Draft:
    """A statement in clean offsets of its paragraph; `reader` gives it its place in the shown text."""

    quantity: Quantity
    quote_start: int
    quote_end: int
    indicator: str
    region: str | None
    kind: Kind
    period: Period
    comparator: Comparator
    value: float
    unit: str
    measure: MeasureType
    rule: str
    confidence: float


@dataclass(slots=True)
class _State:
    """What is carried from clause to clause of one paragraph."""

    sentence: int = 0
    anchor: TimeExpression | None = None
    every: bool = False
    yearly: bool = False
    topic: str = ""
    verb: str = ""
    flow: bool = False
    keep: bool = False
    object: str = ""
    base: tuple[str, int | None] | None = None
    span: tuple[int, int] | None = None  # years from a base value to its end value
    base_year: int | None = None
    unit: str = ""
    places: bool = False
    names: list[str] = field(default_factory=list)  # of the statements of the sentence so far
    every_at: int = -1  # start of the clause that says 每年
    kind: Kind | None = None
    children: dict[str, Region] = field(default_factory=dict)


def read_statements(paragraph: Paragraph, scope: Scope) -> list[Draft]:
    """Statements of a paragraph in the order of their numbers; linear in its length."""
    state = _State(children=scope.children)
    drafts: list[Draft] = []
    text = paragraph.text
    outer = [c for c in paragraph.clauses if not c.inside]
    bounds: dict[int, list[int]] = {}
    for clause in outer:
        span = bounds.setdefault(clause.sentence, [clause.start, clause.end])
        span[1] = clause.end
    inner = [c for c in paragraph.clauses if c.inside]
    cues: dict[int, tuple[bool, bool]] = {}
    for clause in [*outer, *inner]:
        if clause.sentence != state.sentence:
            state.sentence = clause.sentence
            state.every = state.yearly = state.flow = state.keep = False
            state.verb, state.base, state.kind = "", None, None
            state.topic = state.object = ""
            state.names = []
            state.span, state.base_year = None, None
            # A year governs its sentence; a span, a look back or a look beyond the plan governs its paragraph.
            looks_back = scope.mode == "actual" and scope.firm and state.anchor is not None and state.anchor.sense == "in" and state.anchor.start < 12
            if state.anchor is not None and state.anchor.sense in ("by", "in", "end", "from") and not looks_back and not _beyond(state.anchor, scope):
                state.anchor = None
        if clause.sentence not in cues:
            first, last = bounds.get(clause.sentence, [clause.start, clause.end])
            sentence = text[first : min(last, first + 600)]
            cues[clause.sentence] = (bool(_TARGET_CUE.search(sentence)), bool(_ACTUAL_CUE.search(sentence)) or (not scope.yearly and bool(_COMPARES.search(sentence))))
        drafts += _read_clause(text, clause, scope, state, cues[clause.sentence])
    drafts.sort(key=lambda d: d.quantity.start)
    return drafts


def _beyond(anchor: TimeExpression, scope: Scope) -> bool:
    return bool(anchor.last and scope.end and anchor.last > scope.end and not scope.yearly)


def _read_clause(text: str, clause: Clause, scope: Scope, state: _State, cues: tuple[bool, bool]) -> list[Draft]:
    first = clause.items[0].quantity.start if clause.items else clause.end
    leading = [t for t in clause.times if t.start < first and t.sense != "noun"]
    _carry(leading, state, new_clause=True)
    if any(t.sense == "every" for t in leading):
        state.every_at = clause.start
    if not clause.items:
        words = text[clause.start : clause.end]
        if len(words) > 1:
            state.topic = words[-60:]
            state.object = ""
        return []
    drafts: list[Draft] = []
    group = _coordinated(text, clause)
    if group is not None:
        return _read_group(text, clause, group, scope, state, cues)
    if _follows_names(text, clause, state):
        return _read_group(text, clause, (0, "分别", clause.items[0].quantity.start), scope, state, cues)
    for index, item in enumerate(clause.items):
        within = [t for t in clause.times if item.start <= t.start < item.quantity.start and t.sense != "noun"]
        if index:
            _carry(within, state, new_clause=False)
        drafts += _read_item(text, clause, item, within, scope, state, cues)
    return drafts


def _carry(times: list[TimeExpression], state: _State, new_clause: bool) -> None:
    """Time words govern what follows until another of their kind, every and yearly only inside their clause chain."""
    for time in times:
        if time.sense == "every":
            state.every = True
        elif time.sense == "yearly":
            state.yearly = True
        elif time.sense in ("by", "in", "end", "span", "era", "since", "past", "future", "from"):
            state.anchor = time
            if time.sense != "future":
                state.every = False
    if new_clause and not any(t.sense == "yearly" for t in times):
        state.yearly = False


# --- coordinated names: A、B分别达到x、y; A、B均达到x ------------------------------------------------------------


def _coordinated(text: str, clause: Clause) -> tuple[int, str, int] | None:
    """Index of the item whose words carry 分别 or 均, which of both, and its place."""
    for index, item in enumerate(clause.items):
        before = text[item.start : item.quantity.start]
        for match in re.finditer(r"分别|均(?!衡|等|收入|增|可|质)|都(?=达|超|在|保持|不低)", before):
            if match.start() > 0 and not re.search(r"[人户年平亩村]均$", before[: match.end()]):
                return index, "分别" if match.group() == "分别" else "均", item.start + match.start()
    return None


def _follows_names(text: str, clause: Clause, state: _State) -> bool:
    """增长12.6%和15.8% behind two named values: the same names in the same order."""
    count = len(clause.items)
    if count < 2 or len(state.names) < count:
        return False
    first = clause.items[0]
    words = naming.take_apart(_without_times(text, first.start, first.quantity.start, [t for t in clause.times if first.start <= t.start < first.quantity.start]))
    return (
        not naming.strip_opening(words.core)
        and (words.up or words.down or words.tail[-1:] == ["是的"])
        and all(not text[i.start : i.quantity.start].strip("、和及与") for i in clause.items[1:])
    )


def _heads(text: str) -> list[str]:
    """Names in a list before 分别 or 均; what the last has and the others lack (县城人口) is shared."""
    parts = [p for p in re.split(r"、|以及", text) if p]
    if parts:
        # 和 parts the last two names; an earlier one belongs to a name.
        joint = max(parts[-1].rfind(mark) for mark in "和与及")
        if 0 < joint < len(parts[-1]) - 1 and (len(parts) == 1 or not parts[-1].startswith(("的",))):
            parts = [*parts[:-1], parts[-1][:joint], parts[-1][joint + 1 :]]
    if len(parts) >= 2 and "的" in parts[0] and len(parts[0]) > 8 and all(len(p) <= 6 for p in parts[1:]):
        owner = parts[0][: parts[0].rfind("的") + 1]
        return [parts[0], *[owner + p for p in parts[1:]]]
    if len(parts) < 2:
        if text.startswith("城乡"):
            return ["城镇" + text[2:], "农村" + text[2:]]
        return [text]
    last = parts[-1]
    shared = ""
    if all(len(p) <= 4 for p in parts[:-1]) and len(last) > 4:
        width = max(len(p) for p in parts[:-1])
        shared = last[min(width, len(last) - 2) :]
        for p in parts[:-1]:
            if last[: len(p)] and last[len(p) :] and len(p) == len(parts[0]):
                shared = last[len(parts[0]) :]
    return [p + shared if len(p) <= 4 and shared else p for p in parts]


def _read_group(
    text: str, clause: Clause, group: tuple[int, str, int], scope: Scope, state: _State, cues: tuple[bool, bool]
) -> list[Draft]:
    index, word, place = group
    drafts: list[Draft] = []
    for earlier in clause.items[:index]:
        within = [t for t in clause.times if earlier.start <= t.start < earlier.quantity.start and t.sense != "noun"]
        drafts += _read_item(text, clause, earlier, within, scope, state, cues)
    item = clause.items[index]
    within = [t for t in clause.times if item.start <= t.start < item.quantity.start and t.sense != "noun"]
    _carry(within, state, new_clause=False)
    words = naming.take_apart(_without_times(text, item.start, item.quantity.start, within))
    cut = _without_times(text, item.start, place, [t for t in within if t.start < place])
    heads = [h for h in _heads(naming.strip_opening(naming.take_apart(cut).core)) if h]
    members = clause.items[index:]
    if not heads and word == "分别":
        # 2020年、2021年、2022年分别新建照料中心120个、150个、180个
        behind_word = naming.tidy(naming.take_apart(text[text.rfind("分别", item.start, item.quantity.start) + 2 : item.quantity.start]).core)
        heads = [behind_word] if len(behind_word) >= 3 and "分别" in text[item.start : item.quantity.start] else []
    if not heads:
        heads = state.names[-len(members) :]
    if not heads:
        return drafts
    years = [t for t in within if t.sense in ("in", "end")]
    bases = next((i for i, m in enumerate(members) if m.bound == "from"), None)
    if bases is None and re.search(r"[由从]$", re.sub(r"(?:19|20)\d\d年(?:末|底)?的?$", "", text[item.start : item.quantity.start])):
        bases = next((i for i, m in enumerate(members) if i and rise_or_fall().match(text[members[i - 1].quantity.after : m.quantity.start])), 0) - 1
    if word == "分别":
        if len(heads) == 1 and len(members) > 1:
            heads = heads * len(members)
        width = bases + 1 if bases is not None and bases >= 0 else len(members)
        padded = heads[:width] + [heads[-1]] * max(0, width - len(heads))
        pairs = [(m, padded[i % width]) for i, m in enumerate(members)]
        shared_bound = members[-1].quantity.comparator if all(m.quantity.comparator is None for m in members[:-1]) else None
    else:
        pairs = [(item, head) for head in heads]
        shared_bound = None
    if bases is not None:
        words = naming.Words(words.core, words.tail, words.comparator, words.approx, True, False, False, False, words.each)
    flow = bool(do_verbs().match(heads[0])) and not (words.up or words.down or words.keep) and members[0].quantity.unit_class not in ("ratio", "points")
    for position, (member, head) in enumerate(pairs):
        local = [years[position]] if len(years) == len(pairs) and len(years) > 1 else within
        draft = _make(text, clause, member, head, words, local, scope, state, cues, flow, rule=f"coordinated_{'each' if word == '均' else 'respective'}")
        if draft is None:
            continue
        if bases is not None and position <= bases:
            started = max(text.rfind("由", item.start, item.quantity.start), text.rfind("从", item.start, item.quantity.start))
            base_year = next((t.last for t in within if t.start >= started), None)
            draft.kind, draft.period, draft.rule = "actual", Period("in", base_year, base_year), "from_to"
        if shared_bound and draft.comparator == "eq":
            draft.comparator = shared_bound
        draft.quote_start = item.start
        drafts.append(draft)
    if word == "均":
        for member in members[1:]:
            inside = [t for t in clause.times if member.start <= t.start < member.quantity.start and t.sense != "noun"]
            drafts += _read_item(text, clause, member, inside, scope, state, cues)
    return drafts


# --- one item ---------------------------------------------------------------------------------------------------


def _without_times(text: str, start: int, end: int, times: list[TimeExpression]) -> str:
    pieces, at = [], start
    for time in times:
        pieces.append(text[at : time.start])
        at = max(at, min(time.end, end))
    pieces.append(text[at:end])
    return "".join(pieces)


def _read_item(
    text: str, clause: Clause, item: Item, times: list[TimeExpression], scope: Scope, state: _State, cues: tuple[bool, bool]
) -> list[Draft]:
    quantity = item.quantity
    before = _without_times(text, item.start, quantity.start, times)
    behind = text[quantity.after : item.end]
    if item.bound == "from":
        return _from_value(text, clause, item, before, times, scope, state, cues)
    if item.bound == "to":
        words = naming.take_apart(before)
        draft = _make(text, clause, item, state.object, words, times, scope, state, cues, False, "from_to")
        if draft and state.base_year and draft.period.end and draft.period.end > state.base_year:
            state.span = (state.base_year + 1, draft.period.end)
        return [draft] if draft else []
    if item.bound == "base":
        return _base_value(text, clause, item, before, times, scope, state, cues)
    words = naming.take_apart(before)
    core = naming.strip_opening(words.core)
    if not _acceptable(quantity, core, words, before, behind, item, state):
        return []
    flow, name, rule = _shape(quantity, core, words, behind, item, clause, state, any(t.sense == "total" for t in times), before.lstrip("，、").startswith(("实现", "达到")))
    if not name:
        return []
    opening = re.match(r"(?:持续|继续|不断)?(?:稳定|保持|维持|巩固)(?!新建|新增)", words.core.lstrip("，、；"))
    if opening and not flow and quantity.unit_class == "ratio":
        words.keep = True
    held = item.linked and state.keep and not (flow or words.reach or words.up or words.down)
    words.keep = state.keep = words.keep or held
    draft = _make(text, clause, item, name, words, times, scope, state, cues, flow, rule)
    return [draft] if draft else []


def _acceptable(quantity: Quantity, core: str, words: naming.Words, before: str, behind: str, item: Item, state: _State) -> bool:
    """Whether a quantity with these words around it can be a statement at all."""
    reaching = words.reach or words.keep or words.up or words.down
    after_verb = bool(core) and any(core.endswith(m.group()) for m in do_verbs().finditer(core[-6:]))
    if re.search(r"(?:第|前|后|每|另|这|该|某|首|近|上述|以下|下列|如下|同一|任一|各|[一两三四五六七八九十]对)$", before) and quantity.unit_class in ("count", "place", "time", ""):
        return False
    if quantity.unit_class in ("count", "place") and (_SET_NOUN.match(behind) or before.endswith("等") or (before.endswith("的") and not state.object)):
        return False
    if quantity.form == "chinese" and quantity.value == 0:
        return reaching
    if quantity.unit in ("万", "亿") and (after_verb or (item.linked and state.flow)) and behind[:1] > "~":
        return True
    reaching = reaching or bool(re.search("实现", before[-30:])) and not core.endswith(("的", "以"))
    if quantity.form == "chinese" and quantity.unit_class not in ("count", "place", "ratio", "points"):
        if (quantity.value or 0) > 10 or quantity.unit[:1] in "万亿":
            return reaching or bool(core)
        return reaching and (quantity.unit[:1] in "万亿" if quantity.unit else True)
    if quantity.form == "chinese" and quantity.unit_class in ("count", "place"):
        if quantity.value == 1 and quantity.unit == quantity.base_unit and not re.search(r"(?:新建|建成|新增|创成|引进|新建成|争创|创建)$", core):
            return False
        return after_verb or reaching or (quantity.value or 0) > 10 or (item.linked and state.flow)
    if quantity.unit_class == "count" and core and behind and not reaching and not after_verb and not do_verbs().search(core) and re.match(r"(?:乡镇|街道|县|市|区|行政村|村|部门|单位|方面)", behind):
        return False
    if quantity.unit_class == "time":
        return bool(_DURATION_NAME.search(core)) or (reaching and bool(re.search("年限|寿命|时间|期限|时长|时限|天数|提速|办结|审批|教育年", core + before)))
    if quantity.unit_class == "age":
        return bool(re.search("寿命|年龄", core))
    if quantity.unit_class == "place":
        return after_verb
    if quantity.form == "coverage":
        return not behind.startswith("的") and not re.fullmatch(r"(?:构建|建立|健全|完善|形成|打造|推动|推进|实现|探索)?", core)
    if quantity.unit_class == "" and quantity.form == "arabic":
        if behind[:1] and behind[0] not in "，。；、）（" and not quantity.comparator:
            return False
        return reaching or bool(_NUMBER_NAME.search(core))
    return True


def _shape(
    quantity: Quantity, core: str, words: naming.Words, behind: str, item: Item, clause: Clause, state: _State, total_time: bool, attained: bool
) -> tuple[bool, str, str]:
    """Flow or level, the name, and the rule that told."""
    if quantity.form == "coverage":
        nouns = [w for w in words.tail if w in ("提升", "增加", "提高", "改善")]
        return False, _coverage_name(core + "".join(nouns), words, state), "coverage"
    if quantity.form == "doubling":
        state.object = core or state.object
        return False, core or _inherited(state), "doubling"
    post = _post_noun(behind)
    share = quantity.unit_class in ("ratio", "points", "concentration", "score")
    verb_match = None if _NOT_ACT.match(core) else do_verbs().match(core)
    verb = verb_match.group() if verb_match else ""
    ends_with_verb = next((m.group() for m in do_verbs().finditer(core[-6:]) if core.endswith(m.group())), "")
    if share:
        if not post and core and len(core) > 3:
            state.object = core
        if not post and re.fullmatch(r"(?:年均|平均)?(?:增长率|增速|增幅|增长速度)", core) and state.names:
            words.up = True
            return False, state.names[-1], "growth"
        return False, _share_name(core, words, post, behind, state), "share" if not post else "share_of_noun"
    if words.up or words.down:
        if core and not re.fullmatch(r"(?:年均|平均)?(?:增长率|增速|增幅|增长速度)", core):
            state.object = _plain_object(core)
        return False, state.object if not core or state.object and re.fullmatch(r"(?:增长率|增速|增幅|增长速度)", core) else core or _inherited(state), "growth"
    if item.bound == "grade" or (post and (ends_with_verb or not core)):
        act = core if ends_with_verb else (state.verb if item.linked and not core else "")
        if act or core or words.tail:
            state.verb, state.flow, state.object = ends_with_verb or state.verb, True, post
            flow = bool(act) or "完成" in words.tail or "累计" in words.tail
            if "完成" in words.tail and _NOUN_OF_ACT.search(post):
                flow = True
            if behind.startswith("的标准"):
                flow = False
            return flow, naming.tidy(act + post) if act else naming.tidy(post), "act_number_noun"
        if item.linked and state.flow:
            return True, naming.tidy(state.verb + post), "act_number_noun"
        return bool(_NOUN_OF_ACT.search(post)), _subject_name(post), "number_noun"
    if not core:
        if "完成" in words.tail or "累计" in words.tail:
            return True, _inherited(state), "inherited"
        return state.flow and item.linked, _inherited(state), "inherited"
    bare = bool(_BARE_ACT.match(core))
    added = any(w in ("累计", "完成", "新") for w in words.tail) or total_time
    if verb and (not words.keep):
        rest = core[len(verb) :]
        measured = _MEASURED.search(core)
        relative = words.reach and "的" in rest  # 列入名录的传统村落达到20个
        levelled = words.reach and (bool(measured) or relative) and not added and verb not in ("新增", "新建", "完成", "投资")
        if not levelled and (rest or bare or not words.reach):
            state.verb, state.flow = verb, True
            name = core
            if bare or not rest:
                name = _with_topic(core, state)
            else:
                state.object = rest
            return True, naming.tidy(name), "act_noun_number"
    # 其中曾都区20家、广水市18家、随州高新区7家: one place told, the rest of the list are places too.
    listed = core in state.children or (state.places and item.linked and len(core) <= 8 and re.search("(?:区|县|市|镇|乡|街道|园)$", core))
    state.places = bool(listed)
    if listed and state.object and state.flow and not words.tail:
        return True, naming.tidy(core + state.verb + state.object), "region_of_list"
    if bare:
        total = bool(re.search("投资|到位资金", core)) or added
        return total, naming.tidy(_with_topic(core, state)), "bare_act"
    chained = item.linked or (item is clause.items[0] and clause.start > 0 and quantity.unit_class == "count" and not attained)
    if state.flow and chained and not words.reach and not words.keep and quantity.unit_class in ("count", "area", "length", "place", "power", "volume", "money"):
        state.object = core
        return True, naming.tidy(core if _inner_act(core) else state.verb + core), "act_shared"
    inner = _inner_act(core)
    if inner and not words.keep and not (words.reach and not added and _MEASURED.search(core)):
        state.verb, state.flow, state.object = inner, True, core
        return True, naming.tidy(core), "inner_act"
    if added or (_NOUN_OF_ACT.search(core) and quantity.unit_class in ("count", "area", "length", "money")):
        state.object, state.flow = core, True
        return True, naming.tidy(core), "noun_of_act"
    state.flow = False
    state.object = core
    return False, naming.tidy(core), "name_number"


def _inner_act(core: str) -> str:
    """A doing verb inside the words: 市县联动派遣科技特派员, 经开区新增规上企业."""
    for match in do_verbs().finditer(core):
        if match.start() and match.end() < len(core) and match.group() in _INNER and core[match.end()] not in "区后的":
            return match.group()
    return ""


_INNER = frozenset(
    "新建 新增 新开工 新开通 新改建 新培育 新引进 新招引 新认定 新造 新发展 改建 扩建 建成 创建 创成 争创 打造 培育 引进 招引 派遣 选派 举办 开展 实施 推进 建设 改造 完成 筹集建成 累计开发 开发 搬迁 加装 增设 免费接种 "
    "盘活利用 盘活 安置 发放 培训 培养 组建 设立 成立 出台 制定 淘汰 关停 拆除 招聘 选聘 开通 铺设 落地 签约 开工 滚动推进 新植 新装 帮扶 带动 吸引 接待 减免 化解 处置".split()
)


def _plain_object(core: str) -> str:
    """The thing without the verb that did it, for the clauses that go on about it."""
    verb = do_verbs().match(core)
    return core[verb.end() :] if verb and len(core) - verb.end() >= 3 else core


def _with_topic(core: str, state: _State) -> str:
    """A bare act (完成投资) is told of what the text has just spoken of (综合交通项目)."""
    topic = state.object or _topic_noun(state.topic)
    return topic + core if topic and topic not in core else core


def _inherited(state: _State) -> str:
    return naming.tidy(state.object or (state.names[-1] if state.names else "") or _topic_noun(state.topic))


def _topic_noun(topic: str) -> str:
    """The thing that a clause without number speaks of: 规范发展强村公司 -> 强村公司."""
    core = naming.strip_opening(topic)
    verb = do_verbs().match(core)
    if verb and len(core) - verb.end() >= 3:
        core = core[verb.end() :]
    return naming.tidy(core) if 2 <= len(core) <= 30 else ""


def _post_noun(behind: str) -> str:
    """The noun behind a number: 新增40个以上[直升飞机停机坪]; verbs of another clause are not part of it."""
    listed = re.search(r"等[^，。；、的]{0,8}的(?P<thing>[^的、，。；]{2,20})$", behind)
    if listed:
        return listed.group("thing")
    noun = re.split(r"[、，；。：]", behind, maxsplit=1)[0]
    noun = re.sub(r"^(?:左右|以上|以内|以下|的)+", "", noun)
    noun = re.sub(r"^大关$", "", noun)
    return noun if len(noun) >= 2 else ""


def _subject_name(post: str) -> str:
    """N + thing + what it does -> the thing that does it: 6家[机构服务能力达到国家标准]."""
    match = re.match(r"^(?P<thing>[^达通实全成]{2,14}?)(?P<does>(?:达到|通过|实现|全部|完成|成为|建成|纳入|参与|获得|创成).{2,})$", post)
    if match:
        return naming.tidy(f"{match.group('does')}的{match.group('thing')}")
    return naming.tidy(post)


def _share_name(core: str, words: naming.Words, post: str, behind: str, state: _State) -> str:
    if not post:
        if core:
            return naming.tidy(_with_topic(core, state) if _BARE_ACT.match(core) and len(core) <= 4 else core)
        return _inherited(state)
    if behind.startswith("的"):
        noun = re.split(r"(?:重点)?(?:用于|支持|保障|扶持|投入)", post, maxsplit=1)
        name = noun[0] + ("占比" if not noun[0].endswith(("率", "比例", "比重")) else "")
        return naming.tidy(core + name) if len(core) <= 20 else naming.tidy(name)
    if core.endswith("覆盖"):
        return naming.tidy(core[:-2] + post + "覆盖率")
    match = re.match(r"^(?P<thing>[^达通实全成]{1,14}?)(?P<does>(?:达到|通过|实现|完成|成为|建成|纳入|参与|获得|创成|转型|以上面积).{2,})$", post)
    if match:
        return naming.tidy(f"{core}{match.group('does')}的{match.group('thing')}占比")
    if not core and words.tail:
        return naming.tidy((_topic_noun(state.topic) or "") + post + "占比")
    if len(post) <= 6 and not post.endswith(("率", "占比", "比例")):
        return naming.tidy(core + post + "率")
    return naming.tidy(core + post + "占比" if len(core) + len(post) < 40 else core)


def _coverage_name(core: str, words: naming.Words, state: _State) -> str:
    core = re.sub(r"(?:实现|基本|达到|完成|均|全部|率先)+$", "", core)
    core = re.sub(r"实现(?=.{2,}$)", "", core) if "实现" in core[1:] else core
    if words.tail and not core:
        core = ""
    topic = _topic_noun(state.topic)
    opening = re.sub(r"^(?:加速|加快|推进|推动|基本)?实现", "", core)
    if len(opening) < 14 and topic and core != opening or (not core and topic):
        core = re.sub(r"(?:建设|工作|工程|覆盖)$", "", topic) + opening
    else:
        core = opening
    return naming.tidy(core) + "覆盖率" if naming.tidy(core) else ""


# --- values of a change: 由 x 提升至 y; 在 x 的基础上 --------------------------------------------------------------


def _from_value(
    text: str, clause: Clause, item: Item, before: str, times: list[TimeExpression], scope: Scope, state: _State, cues: tuple[bool, bool]
) -> list[Draft]:
    cut = max(before.rfind("由"), before.rfind("从"))
    started = [t for t in times if t.sense in ("from", "in", "by", "end")]
    name = naming.strip_opening(before[:cut] if cut > 0 else before if any(t.sense == "from" for t in started) else "")
    if cut < 0:
        place = next((t.start for t in started if t.sense == "from"), item.quantity.start)
        name = naming.strip_opening(_without_times(text, item.start, place, [t for t in times if t.end <= place]))
    name = naming.tidy(re.sub(r"的$", "", name)) or _inherited(state)
    name = naming.tidy(re.sub(r"(?:总额|总数)?(?:将|要|力争)$", "", name))
    if not name:
        return []
    state.object = name
    year = started[-1].last if started else None
    state.base_year = year
    quantity = item.quantity
    comparator = quantity.comparator or "eq"
    state.anchor = None if started and state.anchor in started else state.anchor
    state.unit = quantity.unit
    return [_draft(quantity, item.start, quantity.after, name, scope, "actual", Period("in", year, year), comparator, "level", "from_to", 0.9)]


def _base_value(
    text: str, clause: Clause, item: Item, before: str, times: list[TimeExpression], scope: Scope, state: _State, cues: tuple[bool, bool]
) -> list[Draft]:
    words = naming.take_apart(before)
    name = naming.strip_opening(re.sub(r"[在于](?:现有|原有)?$", "", words.core))
    name = naming.tidy(re.sub(r"[在于]$", "", name)) or _inherited(state)
    if not name:
        return []
    state.object = name
    year = times[-1].last if times else None
    state.base = (name, year)
    state.anchor = None if times and state.anchor in times else state.anchor
    quantity = item.quantity
    return [_draft(quantity, item.start, quantity.after, name, scope, "actual", Period("in", year, year), quantity.comparator or "eq", "level", "base", 0.9)]


# --- kind, period, comparator -----------------------------------------------------------------------------------


def _make(
    text: str,
    clause: Clause,
    item: Item,
    name: str,
    words: naming.Words,
    times: list[TimeExpression],
    scope: Scope,
    state: _State,
    cues: tuple[bool, bool],
    flow: bool,
    rule: str,
) -> Draft | None:
    name = naming.tidy(name)
    if not name:
        return None
    quantity = item.quantity
    measure: MeasureType = "level"
    if quantity.form == "doubling":
        measure = "times"
    elif quantity.form == "coverage":
        measure = "level"
    elif words.up or words.down:
        measure = "growth" if quantity.unit_class in ("ratio", "times") else "change"
        flow = False
    elif quantity.unit_class == "times" and re.search(r"(?:是|为|相当于|达到?).{0,12}的$", text[item.start : quantity.start]):
        measure = "times"
    elif quantity.unit_class == "points":
        measure = "change"
    comparator = _comparator(quantity, words)
    if comparator == "eq" and re.search(r"(?:至少|不少于|不低于)[^，。；、]{0,6}$", text[item.start : quantity.start]):
        comparator = "ge"
    if quantity.form == "coverage" and re.search(r"基本$|基本实现$", text[item.start : quantity.start]):
        comparator = "approx"
    kind = _kind(scope, state, times, cues)
    if quantity.value == 0 and not quantity.unit:
        quantity.unit = state.unit
    state.unit = quantity.unit
    period = _period(kind, flow, measure, words, times, scope, state, state.every_at == clause.start or any(t.sense == "every" for t in times), item.linked)
    if state.base and measure == "level" and not flow and state.anchor and state.anchor.sense == "future":
        name = state.base[0]
    if not state.names or state.names[-1] != name:
        state.names.append(_plain_object(name))
    region, name = _region(name, scope)
    confidence = {"name_number": 0.9, "act_noun_number": 0.92, "share": 0.93, "inherited": 0.6, "number_noun": 0.6}.get(rule, 0.8)
    draft = _draft(quantity, item.start, max(quantity.after, item.end if rule in ("act_number_noun", "share_of_noun", "number_noun") else quantity.after), name, scope, kind, period, comparator, measure, rule, confidence)
    draft.region = region
    return draft


def _draft(
    quantity: Quantity, start: int, end: int, name: str, scope: Scope, kind: Kind, period: Period, comparator: Comparator, measure: MeasureType, rule: str, confidence: float
) -> Draft:
    return Draft(quantity, start, end, name, scope.region, kind, period, comparator, quantity.value or 0.0, quantity.unit, measure, rule, confidence)


def _comparator(quantity: Quantity, words: naming.Words) -> Comparator:
    if words.comparator in ("gt", "lt"):
        return words.comparator
    if words.comparator:
        return words.comparator
    if quantity.comparator:
        return quantity.comparator
    return "approx" if words.approx else "eq"


def _kind(scope: Scope, state: _State, times: list[TimeExpression], cues: tuple[bool, bool]) -> Kind:
    """Target or actual: by the year named, else by the section, else by the words of the sentence."""
    anchor = next((t for t in reversed(times) if t.sense in ("by", "in", "end", "span", "era", "since", "past", "future")), None) or state.anchor
    target_cue, actual_cue = cues
    if anchor is not None:
        if anchor.sense == "future" and not (scope.mode == "actual" and scope.firm):
            return "target"
        if anchor.sense == "future":
            return "actual"
        if anchor.sense in ("past", "since"):
            return "actual"
        last = anchor.last
        if last is not None and scope.start is not None:
            if last < scope.start:
                return "actual"
            if last > scope.start or scope.yearly or scope.mode == "target":
                return "actual" if scope.mode == "actual" and scope.firm and last <= scope.start and not target_cue else "target"
    if scope.mode == "actual":
        return "target" if target_cue and not actual_cue and not scope.firm else "actual"
    if actual_cue and not target_cue and not scope.firm:
        return "actual"
    return "target"


def _period(
    kind: Kind, flow: bool, measure: MeasureType, words: naming.Words, times: list[TimeExpression], scope: Scope, state: _State, local_every: bool, linked: bool
) -> Period:
    anchor = next((t for t in reversed(times) if t.sense in ("by", "in", "end", "span", "era", "since", "past", "future")), None) or state.anchor
    start, end = scope.start, scope.end
    if kind == "actual" and scope.review != (None, None):
        start, end = scope.review
        if state.span is not None and (state.yearly or "年均" in "".join(words.tail)):
            return Period("every", *state.span)
    if anchor is not None and anchor.sense in ("span", "era"):
        start, end = anchor.first, anchor.last
    yearly = state.yearly or "年均" in words.tail or any("年均" in w for w in words.tail)
    # 每年 of an earlier clause holds for what is done, not for a level that is reached.
    local = any(t.sense in ("by", "in", "end", "span", "era", "past", "future") for t in times)
    every = state.every and (local_every or ((flow or linked) and not local))
    if every or yearly or words.keep:
        if kind == "actual" and words.keep and not every and not yearly and not (start and end and start < end and (anchor is None or anchor.sense in ("era", "span", "past"))):
            return _single(anchor, end)
        if anchor is not None and anchor.sense == "past" and anchor.count and scope.review[1]:
            return Period("every", scope.review[1] - anchor.count + 1, scope.review[1])
        if anchor is not None and anchor.sense == "in" and not yearly and not (local_every and anchor not in times) and (kind == "actual" or anchor in times):
            return Period("in", anchor.last, anchor.last)
        if anchor is not None and anchor.sense == "by" and anchor.last and start and anchor.last != end and anchor.last > start:
            return Period("every", start, anchor.last)
        return Period("every", start, end)
    if anchor is None or (anchor.sense in ("span", "era")):
        if (flow or measure in ("change", "growth")) and (start != end or start is None):
            return Period("over", start, end)
        if kind == "actual" or (start == end):
            return Period("in", end, end)
        return Period("by", end, end)
    if anchor.sense in ("in",):
        return Period("in", anchor.last, anchor.last)
    if anchor.sense in ("by", "end"):
        if flow and kind == "target" and start is not None and anchor.last is not None:
            if start == end:
                return Period("in", anchor.last, anchor.last)
            if start == anchor.last:
                return Period("by", anchor.last, anchor.last)
            return Period("over", start, anchor.last) if anchor.last > start else Period("by", anchor.last, anchor.last)
        if flow and kind == "actual" and scope.review[0] is not None and anchor.last:
            return Period("over", scope.review[0], anchor.last)
        return Period("in" if kind == "actual" else "by", anchor.last, anchor.last)
    if anchor.sense == "since":
        last = scope.review[1] or (scope.start - 1 if scope.start else None)
        first, last = (anchor.first, anchor.last) if anchor.last else (anchor.first, last)
        return Period("over", first, last) if flow else Period("in", last, last)
    if anchor.sense == "past":
        last = scope.review[1] or (scope.start - 1 if scope.start else None)
        if flow or measure == "growth":
            return Period("over", last - anchor.count + 1 if last and anchor.count else None, last)
        return Period("in", last, last)
    if kind == "actual":
        return Period("over", *scope.review) if flow or measure in ("growth", "change") else Period("in", scope.review[1], scope.review[1])
    return _future(anchor, flow or measure in ("growth", "change"), scope, state)


def _single(anchor: TimeExpression | None, end: int | None) -> Period:
    year = anchor.last if anchor is not None and anchor.last else end
    return Period("in", year, year)


def _future(anchor: TimeExpression, flow: bool, scope: Scope, state: _State) -> Period:
    """今后五年, 三年超千亿: counted from a stated base year, else from the plan's first year."""
    base = state.base[1] if state.base and state.base[1] else (scope.start - 1 if scope.start else None)
    if base is None or anchor.count is None:
        return Period("over", scope.start, scope.end) if flow else Period("by", scope.end, scope.end)
    last = base + anchor.count
    if not state.base and scope.start and scope.end and anchor.count == scope.end - scope.start + 1:
        last = scope.end
    return Period("over", base + 1, last) if flow else Period("by", last, last)


def _region(name: str, scope: Scope) -> tuple[str | None, str]:
    """A place of the plan's own that the name begins with is the region of the value."""
    seat = re.match(r"([\u4e00-\u9fff]{2,4}?)(?:县城|城区|主城区)(?=[\u4e00-\u9fff])", name)
    if seat and seat.group(1) in scope.children:
        return seat.group(), name
    for length in (9, 8, 7, 6, 5, 4, 3, 2):
        head = name[:length]
        child = scope.children.get(head)
        if child is None or len(name) <= length:
            continue
        rest = name[length:]
        if head != child.name:
            if rest[0] in "市县区" or not re.match(r"[\u4e00-\u9fff]{2,}", rest):
                continue
            return scope.region, name
        return child.name, rest.lstrip("的")
    return scope.region, name
