"""What an indicator is called: the words around a quantity without verbs of reaching, comparators and times."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from pipelines.plans import lexicon
from pipelines.plans.model import Comparator

# Words of bounding before a number.
BEFORE: dict[str, Comparator] = {
    "不低于": "ge",
    "不少于": "ge",
    "不小于": "ge",
    "至少": "ge",
    "最低": "ge",
    "不高于": "le",
    "不超过": "le",
    "不大于": "le",
    "最多": "le",
    "最高": "le",
    "超过": "gt",
    "超": "gt",
    "超出": "gt",
    "首破": "gt",
    "跨过": "gt",
    "越过": "gt",
    "破": "gt",
    "逾": "gt",
    "首超": "gt",
    "不突破": "le",
    "不超": "le",
    "突破": "gt",
    "大于": "gt",
    "高于": "gt",
    "多于": "gt",
    "低于": "lt",
    "小于": "lt",
    "少于": "lt",
    "优于": "lt",
    "不足": "lt",
    "不到": "lt",
    "约": "approx",
    "近": "approx",
    "大约": "approx",
    "接近": "approx",
    "逼近": "approx",
    "近乎": "approx",
    "约为": "approx",
    "大致": "approx",
}
_OPENING = re.compile(
    r"^(?:[，。；：、\s\-·•●■◆▲★]|（[^）]*）(?=[\u4e00-\u9fff]*$)?|其中|同时|此外|另外|并且|并|且|以及|及(?!格|时)|也|还|再(?!生|就业|造|制造|贷款|融资)|又|就|则|是|的|要|将|已|已经|仍|共|约|近|"
    r"力争|争取(?!.{0,16}(?:资金|债券|专项债))|确保|努力|尽快|积极|大力|加快|进一步|全面|全力|着力|扎实|稳步|有序|持续|深入|切实|不断|逐步|加速|基本(?=实现|建成|形成|完成)|总体(?=实现|达到)|联动|统筹|高标准(?!农田|厂房|农业)|高质量(?!发展|就业|农田)|高水平(?!创新|对外|大学|人才|医院)|规范(?=发展|提升|建设)|谋划(?=创建|建设|实施|推进)|重点(?=招引|推进|建设|打造|培育|实施|发展|支持)|推动(?=.{2,}全覆盖)|力求|保证|保障(?!性|房|水平|能力|对象|人口|标准|率|面|体系|机构|金)|预计|预期|计划|规划|拟|"
    r"全年|年底前|年末前|年内|当年|全县|全市|全省|全区|全州|全盟|全旗|全国|全域|全镇|全乡|我县|我市|我省|我区|本县|本市|本区|一是|二是|三是|四是|五是|六是|七是|八是|九是|十是|"
    r"到(?!位|户|访|达)|至(?!少)|在(?!岗|建|校|园|册|职|线)|从(?!业)|由|使|让|把|实现|完成好|[一二三四五六七八九十]是)+"
)
_LEVELS = re.compile(r"^(?:省、)?[市州](?:、|和)?[区县](?:（[^）]*）)?[两三]级")
_CALCULATED = re.compile(r"^按[^，。；、]{2,12}(?:计算|口径|折算)")  # 按现行汇率计算接近1100美元
_MULTIPLE = re.compile(r"(?:是|相当于|达到?)[^，。；、是]{0,12}的$")
_EDGE = " ，、；。：:-·"
_DAY = re.compile(r"^\d{1,2}月(?:\d{1,2}日|底|末|份)?(?:之?前|以前)?")
_NUMBER_MARK = re.compile(r"^(?:（?[一二三四五六七八九十\d]{1,2}[）、.])+")
_ROMAN = re.compile(r"^[①-⑳●■◆▲]")


@dataclass(slots=True)
class Words:
    """What stands before a quantity, taken apart: ``core`` is the name (with its doing verb), ``tail`` the verbs."""

    core: str
    tail: list[str]
    comparator: Comparator | None
    approx: bool
    reach: bool
    keep: bool
    up: bool
    down: bool


@cache
def _tail() -> re.Pattern[str]:
    verbs = {w for kind in ("reach", "keep", "up", "down") for w in lexicon.words("verbs", kind)}
    verbs |= set(BEFORE) | {
        "分别",
        "均",
        "都",
        "各",
        "全部",
        "累计",
        "力争",
        "基本",
        "要",
        "将",
        "已",
        "了",
        "到",
        "至",
        "仅",
        "只",
        "仍",
        "再",
        "继续",
        "可",
        "能",
        "能够",
        "大关",
        "总计",
        "每年",
        "比上年",
        "较上年",
        "同比",
        "以上",
        "努力",
        "分别为",
        "分别是",
        "有望",
        "以",
        "按",
        "总额达",
        "新",
        "是的",
        "为的",
        "相当于的",
        "首次",
        "实际",
        "平均",
        "在",
        "净",
        "同口径",
        "可比",
        "或",
        "年底",
        "年末",
        "年内",
        "可比口径",
        "按可比价计算",
        "按可比价格计算",
        "按可比价",
        "按可比口径",
    }
    ordered = "|".join(sorted((re.escape(v) for v in verbs), key=len, reverse=True))
    return re.compile(rf"(?:{ordered})$")


@cache
def _kinds() -> dict[str, frozenset[str]]:
    return {kind: frozenset(lexicon.words("verbs", kind)) for kind in ("reach", "keep", "up", "down")}


def take_apart(text: str) -> Words:
    """Peel verbs of reaching, keeping, rising and comparators off the end of the words before a quantity."""
    core, tail = text.rstrip("：:， \t-"), []
    multiple = _MULTIPLE.search(core)
    if multiple:
        core, tail = core[: multiple.start()], ["是的"]
    comparator: Comparator | None = None
    approx = False
    for _ in range(7):
        match = _tail().search(core[-8:])
        if match is None:
            break
        word = match.group()
        core = core[: len(core) - len(word)].rstrip("、， ")
        tail.insert(0, word)
        if word in BEFORE:
            if BEFORE[word] == "approx":
                approx = True
            elif comparator is None:
                comparator = BEFORE[word]
    if core in ("比", "较", "分别比", "均比"):
        core = ""
    kinds = _kinds()
    return Words(
        core,
        tail,
        comparator,
        approx,
        any(w in kinds["reach"] or w in BEFORE for w in tail),
        any(w in kinds["keep"] for w in tail),
        any(w in kinds["up"] for w in tail),
        any(w in kinds["down"] for w in tail),
    )


def strip_opening(text: str) -> str:
    """Drop list marks, modal words and places (力争, 全县, 其中) in front of a name."""
    text = _NUMBER_MARK.sub("", text.strip())
    previous = None
    while previous != text:
        previous = text
        text = _CALCULATED.sub("", _LEVELS.sub("", text))
        text = _DAY.sub("", _ROMAN.sub("", _OPENING.sub("", text, count=1)))
    return text


def tidy(name: str) -> str:
    """A name as it is shown: no stray marks at its ends, brackets closed."""
    name = re.sub(
        r"至少|不少于|不低于|^完成(?=.{3,})|[_{}]|</?sub>", "", name.lstrip(_EDGE).rstrip(_EDGE + "的了和与及并且")
    )
    if name.count("（") > name.count("）"):
        opened = name.rfind("（")
        name = name[:opened] if len(name) - opened < 12 and opened > 0 else name.replace("（", "", 1)
    elif name.count("）") > name.count("（"):
        name = name.replace("）", "", 1)
    if name.count("“") != name.count("”"):
        name = name.replace("“", "").replace("”", "")
    return name
