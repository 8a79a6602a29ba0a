"""What a text tells of a project beside its name: money, size, years and place."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipelines.plans.periods import TimeExpression

Span = tuple[int, int]

MAX_SCALE = 160

MONEY = re.compile(
    r"(?P<lead>完成|年度|累计|计划|总|估算|概算|预计|预算|工程|静态)?(?:计划|估算|概算)?(?:投资|总投)(?:概算|估算)?(?:总?额|总?规模)?(?:约|为|达|近|共|预计|(?:人民币))*"
    r"(?P<value>\d[\d.]*)(?P<unit>亿美元|万美元|亿元|万元)"
)
_DETAIL = re.compile(
    r"(?:项目|工程)?(?:总?(?:建筑|占地|用地|开发|征收|规划)?面积|总?(?:占地|用地)|总?装机|总?库容|线路|路线|全长|总长|里程|境内|跑道|新增|设计|可容纳|可提供|日处理|日供水|"
    r"年产|规模|床位|设置|设有|设床位|拟建|建设内容|主要建设|建设规模|新建|购置|配备|配套|总?建筑|路基|桥长|容量|座位|总投)"
)
_PLACED = re.compile(
    r"(?:位于|选址(?:在|于)?|坐落(?:在|于)|落户(?:在|于)?|落地(?:在|于))(?P<place>[\u4e00-\u9fff·]{2,16}?)(?=[，。；、（]|$|建设|新建)"
)
_TOWN = re.compile(r"^[\u4e00-\u9fff]{2,6}?(?:街道|镇|乡(?!村)|(?<!农|乡)村)(?=[\u4e00-\u9fff])")
_ROUTE = re.compile(
    r"(?:.*(?:国道|省道|县道|公路|铁路|高速))?(?P<route>[\u4e00-\u9fff]{2,14}至[\u4e00-\u9fff]{2,14}?)"
    r"(?=段|公路|铁路|高速|通景|工程|$)"
)


@dataclass(slots=True)
class Found:
    """A project in a clean paragraph; spans are clean offsets."""

    name: str
    span: Span
    quote: Span
    stage: str | None
    kind: str | None
    rule: str
    confidence: float
    years: tuple[int | None, int | None] = (None, None)
    money: re.Match[str] | None = None
    scale: Span | None = None
    place: str | None = None


def trimmed(text: str, span: Span) -> Span:
    start, end = span
    while end > start and text[end - 1] in "。；，、 ":
        end -= 1
    return start, end


def years_of(times: list[TimeExpression]) -> tuple[int | None, int | None]:
    """The years that a clause gives a project: its end, or its first and last."""
    for time in times:
        if time.sense in ("span", "era"):
            return time.first, time.last
        if time.sense in ("by", "in", "end") and time.last:
            return None, time.last
    return None, None


def locate(found: Found, around: str) -> None:
    placed = _PLACED.search(around[:200])
    if placed:
        found.place = placed.group("place")
        return
    route = _ROUTE.match(re.sub(r"（[^（）]*）", "", found.name))
    town = _TOWN.match(found.name)
    if route:
        found.place = route.group("route")
    elif town and len(town.group()) > 2:
        found.place = town.group()


def add_detail(text: str, span: Span, project: Found, inside: bool = False) -> bool:
    """Take what a clause says of a project's money and size; False where it speaks of something else."""
    money = next((m for m in MONEY.finditer(text, *span) if m.group("lead") not in ("完成", "年度", "累计")), None)
    if money is not None:
        project.money = project.money or money
        return True
    if inside:
        return True
    clause = text[slice(*span)].lstrip()
    if _DETAIL.match(clause) and re.search(r"\d", clause):
        first = project.scale[0] if project.scale else span[0]
        if span[1] - first <= MAX_SCALE:
            project.scale = trimmed(text, (first, span[1]))
        return True
    return bool(re.match(r"(?:力争|确保|争取|计划)?(?:于|在|到)?(?:20\d\d年|“十|年内|今年|年底)|境内|设计", clause))
