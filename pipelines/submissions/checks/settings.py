"""Thresholds of the checks, each with where it comes from. "Ours" marks a choice without a published source."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CheckSettings:
    """Thresholds.

    Attributes:
        accepts_running_month: whether a month may be reported before it is over. Chains that collect on the 18th to
            25th of the month itself do so; a month that has not begun is always refused.
        least_explanation: characters of an explanation that tell something, beside 情况属实 and its like. Six: the
            shortest reasons people write are of that length (口径有所调整). Ours.
        returned_share: share of the filled rows with errors of form above which the file as a whole is not trusted.
            Ours.
        slip_tolerance: how far a ratio may be from 10^4 or 10^8 (万, 亿) and still be taken for a slip. Five leaves the
            powers next to it, 10^3 and 10^5, outside, and covers the growth of a year and of a season. Ours.
        magnitude: factor by which a value may differ from its last value or target. A hundred: what grows faster in a
            month or beyond its target is a slip of the keys far more often than a fact. Ours.
        percent_tolerance: the same for 10^-2 (0.69 for 69). Two: a share seldom halves or doubles. Ours.
        largest_growth: growth rate in % above which an absolute figure is supposed in its place: eleven times the year
            before. Below -100 % nothing can fall. Ours.
        least_history: earlier values needed before a level is held against them; with fewer a median means nothing.
        most_history: how many of the latest earlier values count, so that a level of ten years ago does not. Ours.
        tenfold: ratio to the median of the earlier values that is taken for a lost digit or decimal point. Five: such a
            slip is ten, and the median may lag behind by what has grown or shrunk since. Ours.
        disagreement: how far the month's amount and the growth of the cumulative one may differ, as a share of the
            larger: smaller differences are revisions of earlier months. Half. Ours.
        rounding: the same as a share of the cumulative value, below which nothing is told. Ours.
        far_off_factor: distance from the median in standard deviations (1.4826 × median absolute deviation) that is far
            off. The usual cut is 3 to 3.5 (Iglewicz and Hoaglin 1993) for normal data; six, as months are not normal.
        flow_floor: least spread of amounts, as a share of the median: a history without any spread would make every
            change an outlier. 0.1 × factor 6: amounts within 60 % are never far off. Ours.
        level_floor: the same for stocks and rates, which move slowly: within 12 %. Ours.
        rate_floor: least spread of rates in percentage points: within 1.5 points. Ours.
        growth_floor: least spread of growth rates in percentage points: within 6 points. Ours.
        least_digits: significant digits a value must have before two rows with it are told: with three, two of thirty
            rows agree by chance in every third form. Ours.
        unchanged_share: share of comparable rows identical to last month's from which a copied form is supposed. Ours.
        least_unchanged: and how many such rows at least: two or three may well stand still. Ours.
    """

    accepts_running_month: bool = True
    least_explanation: int = 6
    returned_share: float = 0.5
    slip_tolerance: float = 5.0
    magnitude: float = 100.0
    percent_tolerance: float = 2.0
    largest_growth: float = 1000.0
    least_history: int = 3
    most_history: int = 12
    tenfold: float = 5.0
    disagreement: float = 0.5
    rounding: float = 0.01
    far_off_factor: float = 6.0
    flow_floor: float = 0.10
    level_floor: float = 0.02
    rate_floor: float = 0.25
    growth_floor: float = 1.0
    least_digits: int = 4
    unchanged_share: float = 0.6
    least_unchanged: int = 5

    def __post_init__(self) -> None:
        for name in ("slip_tolerance", "magnitude", "percent_tolerance", "tenfold"):
            if not getattr(self, name) > 1:
                raise ValueError(f"{name} is a factor above 1, not {getattr(self, name)}")
        if self.slip_tolerance >= 100:
            raise ValueError("slip_tolerance of 100 and more makes 10^4 and 10^8 the same")
        for name in ("returned_share", "unchanged_share", "disagreement", "rounding"):
            if not 0 <= getattr(self, name) <= 1:
                raise ValueError(f"{name} is a share from 0 to 1, not {getattr(self, name)}")
        if self.least_history < 1 or self.most_history < self.least_history:
            raise ValueError("least_history is 1 or more, and most_history no less")
