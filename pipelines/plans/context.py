"""What the reading of a paragraph carries along: its scope, the clause at hand, and what earlier clauses have said."""

from __future__ import annotations

from dataclasses import dataclass, field

from pipelines.plans.clauses import Clause, Item
from pipelines.plans.model import Comparator, Kind, MeasureType, Period
from pipelines.plans.periods import TimeExpression
from pipelines.plans.quantities import Quantity
from pipelines.plans.scope import Scope


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
    measure: MeasureType
    rule: str
    confidence: float


@dataclass(slots=True)
class Carried:
    """What holds from clause to clause. `anchor` may outlive its sentence; everything else begins anew with each."""

    anchor: TimeExpression | None = None
    every: bool = False  # 每年
    every_at: int = -1  # start of the clause that says it
    yearly: bool = False  # 年均
    topic: str = ""  # the last clause without a number
    object: str = ""  # the thing last given a number
    verb: str = ""  # the doing verb that governs the chain
    flow: bool = False
    keep: bool = False
    places: bool = False  # in a list of places with a number each
    estate: str = ""  # 经开区: a place without a code of its own that the sentence is about
    unit: str = ""
    base: tuple[str, int | None] | None = None  # name and year of 在 x 的基础上
    base_year: int | None = None
    risen: bool = False  # a value has just been told to have become another
    span: tuple[int, int] | None = None  # years from a base value to its end value
    names: list[str] = field(default_factory=list)  # of the statements so far

    label: TimeExpression | None = None  # 2017年：at the head of a paragraph is the year of all of it
    whole: str = ""  # the thing last given a number that is no part (其中) of another
    before: str = ""  # the thing last given a number in the sentences before
    earlier: str = ""  # the thing last given a number before a semicolon

    def begin_sentence(self, anchor: TimeExpression | None, goes_on: bool) -> Carried:
        earlier = self.object or (self.names[-1] if self.names else "")
        goes_on_about = earlier if goes_on else ""
        return Carried(
            anchor=anchor or self.label, label=self.label, before=self.whole or self.before, earlier=goes_on_about
        )


@dataclass(slots=True)
class Context:
    text: str
    scope: Scope
    carried: Carried
    clause: Clause
    looks_ahead: bool  # words of the sentence that look ahead (力争) or back (已)
    looks_back: bool
    earlier_times: list[TimeExpression] = field(default_factory=list)  # of the clauses before, in the same sentence

    def times_of(self, item: Item) -> list[TimeExpression]:
        """Time expressions among the words before an item's number, those inside names left out."""
        start = item.start
        if item.bound == "to" and self.text.startswith("（", start):
            start = max(start, self.text.find("）", start))  # 由55%（2020年）提升至98%: the year of the base
        return [t for t in self.clause.times if start <= t.start < item.quantity.start and t.sense != "noun"]

    def words_before(self, item: Item) -> str:
        """The words before an item's number without its time expressions."""
        return self.without_times(item.start, item.quantity.start, self.times_of(item))

    def without_times(self, start: int, end: int, times: list[TimeExpression]) -> str:
        pieces, at = [], start
        for time in times:
            pieces.append(self.text[at : time.start])
            at = max(at, min(time.end, end))
        pieces.append(self.text[at:end])
        return "".join(pieces)

    def behind(self, item: Item) -> str:
        return self.text[item.quantity.after : item.end]
