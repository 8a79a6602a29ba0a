"""Responsible units (责任单位) as plans name them: labelled notes, closing parentheses, 牵头单位 of a chapter."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

_LABEL = (
    r"(?:市级|县级|省级|区级)?(?P<label>牵头(?:责任)?(?:单位|部门|处室)|第一责任单位|主要责任单位|责任(?:单位|部门|主体)|配合(?:责任)?(?:单位|部门)|"
    r"协同(?:单位|部门)|参与(?:单位|部门)|参加(?:单位|部门)|协办(?:单位|部门)|主办(?:单位|部门)|承办(?:单位|部门)|落实(?:单位|部门)|"
    r"实施(?:单位|主体)|建设单位|完成时[限间]|时限要求|时间节点|牵头|配合)[：:]"
)
_LABELS = re.compile(_LABEL)
_NOTE = re.compile(
    rf"[（【](?=[^（）【】]{{0,8}}?{_LABEL.replace('?P<label>', '?:')})(?P<body>(?:[^（）【】]|（[^（）]*）)*)[）】]?"
)
_LINE_NOTE = re.compile(rf"^(?:{_LABEL.replace('?P<label>', '?:')})")
_UNIT_END = (
    r"(?:局|委|办|部|厅|院|会|中心|政府|街道|办事处|公司|集团|联|社|团县委|团市委|团省委|法院|检察院|银行|支行|分行|队|支队|大队|站|所|处|署|馆|校|学院|"
    r"开发区|园区|管委会|高新区|新区|度假区|联合会|工会|妇联|残联|科协|文联|工商联|侨联|党校|专班|指挥部|领导小组|乡镇|镇|乡|县|市|区|单位|部门|电力|电信|移动|联通|邮政|烟草|武警)"
)
_UNIT = re.compile(r"^[\u4e00-\u9fffA-Za-z0-9“”·（）()\-]{2,30}$")
_ENDS_AS_UNIT = re.compile(rf"{_UNIT_END}(?:（[^）]*）)?$|^(?:各|团|市委|县委|省委|区委)")
_SURE_UNIT = re.compile(r"(?:局|委|办|厅|部|政府|公司|集团|分局|管委会|委员会|中心|院|会|县委|市委)(?:（[^）]*）)?$")
_CLOSING = re.compile(r"（(?P<body>[^（）]*(?:（[^（）]*）[^（）]*)*)）[。.；]?$")
# （县卫健局牵头，县教育局、县体育局配合）
_LED_BY = re.compile(
    r"^(?P<lead>[^，；。]{2,60}?)牵头(?:负责)?"
    r"(?:[，；、](?P<others>.+?)(?:等)?(?:配合|参与|协同|协助|分工负责|按职责.*)?)?$"
)
_NO_UNITS = re.compile(r"^(?:含|包括|包含|不含|如|即|原|以下简称|其中|指|见|注)")
_DEADLINE_YEAR = re.compile(r"((?:19|20)\d\d)年")
_LEAD_LABEL = re.compile("牵头|主办|第一责任|主要责任")
_ALL_LEAD = re.compile(r"^(?:等|按职责分工负责|按职责分工落实|分别负责|负责|牵头|配合|按职责.*)$")


@dataclass(slots=True)
class Ownership:
    """Units named in one note, and where the note stands in its clean line."""

    start: int
    end: int
    lead: list[str] = field(default_factory=list)
    others: list[str] = field(default_factory=list)
    deadline_year: int | None = None

    @property
    def all(self) -> list[str]:
        return self.lead + [u for u in self.others if u not in self.lead]


def split_units(text: str) -> list[str]:
    """Names in a list; a comma inside brackets (各乡镇（街道、园区）) does not part."""
    names: list[str] = []
    depth, begin = 0, 0
    marks: list[tuple[int, int]] = []
    for match in re.finditer(r"[（(]|[）)]|[、，,；;。\s]+|(?<=[局委办])和(?=[\u4e00-\u9fff]{2,10}[局委办中])", text):
        token = match.group()
        if token in "（(":
            depth += 1
        elif token in "）)":
            depth = max(0, depth - 1)
        elif depth == 0:
            marks.append(match.span())
    for start, end in [*marks, (len(text), len(text))]:
        name = text[begin:start].strip("：: 　。")
        begin = end
        name = re.sub(r"(?:按照?职责分工|分别|共同)?(?:牵头)?(?:负责|落实|配合)$", "", name)
        name = re.sub(r"等(?:部门|单位|有关部门|有关单位|相关部门|相关单位)?$", "", name)
        if len(name) >= 2 and not _ALL_LEAD.match(name) and name not in names:
            names.append(name)
    return names


def _read_labels(body: str, start: int, end: int) -> Ownership:
    owner = Ownership(start, end)
    labels = list(_LABELS.finditer(body))
    for index, label in enumerate(labels):
        stop = labels[index + 1].start() if index + 1 < len(labels) else len(body)
        units = split_units(re.sub(r"(?:市级|县级|省级|区级)$", "", body[label.end() : stop]))
        if "时" in label.group("label"):
            year = _DEADLINE_YEAR.search(body[label.end() : stop])
            owner.deadline_year = int(year.group(1)) if year else owner.deadline_year
            continue  # a deadline stands among the units
        target = owner.lead if _LEAD_LABEL.search(label.group("label")) else owner.others
        target.extend(u for u in units if u not in target)
    return owner


def find_ownership(text: str) -> list[Ownership]:
    """Notes of responsible units in a clean paragraph, in order."""
    if text[:1] != "（" and _LINE_NOTE.match(text):
        return [_read_labels(text, 0, len(text))]
    found = [_read_labels(m.group("body"), m.start(), m.end()) for m in _NOTE.finditer(text)] if "：" in text else []
    if found:
        return found
    closing = _CLOSING.search(text)
    if closing is None or _NO_UNITS.match(closing.group("body")):
        return []
    led = _LED_BY.match(closing.group("body"))
    if led:
        lead, others = split_units(led.group("lead")), split_units(led.group("others") or "")
        return [Ownership(closing.start(), closing.end(), lead, others)]
    names = split_units(closing.group("body"))
    units = [n for n in names if _UNIT.match(n) and _ENDS_AS_UNIT.search(n)]
    sure = [n for n in units if _SURE_UNIT.search(n)]
    if (
        sure
        and len(sure) >= 0.4 * len(names)
        and len(units) >= 0.7 * len(names)
        and not re.search(r"\d", closing.group("body"))
    ):
        return [Ownership(closing.start(), closing.end(), [], units)]
    return []
