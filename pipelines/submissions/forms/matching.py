"""Which item of a form a row is: by its id and its name, and never by a guess."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from pipelines.submissions.findings import Finding, finding
from pipelines.submissions.forms.keys import item_key
from pipelines.submissions.model import Form, ItemKind
from pipelines.submissions.units import unit_key


@dataclass(frozen=True, slots=True)
class Item:
    """What a form says of one of its rows."""

    row_id: str
    item_kind: ItemKind
    item_name: str
    unit: str


class Items:
    """The rows that a form was given out with: those that stand in the file, and those of the department's form."""

    def __init__(self, listed: Iterable[Item], form: Form | None) -> None:
        self._by_id = {item.row_id: item for item in listed}
        for row in form.rows if form is not None else ():
            self._by_id[row.row_id] = Item(row.row_id, row.item_kind, row.item_name, row.unit)
        self._by_name: dict[tuple[ItemKind, str], list[Item]] = defaultdict(list)
        for item in self._by_id.values():
            self._by_name[item.item_kind, item_key(item.item_name)].append(item)

    def get(self, row_id: str | None) -> Item | None:
        return self._by_id.get(row_id) if row_id else None

    def match(
        self, row_id: str | None, kind: ItemKind, name: str, unit: str, sheet: str, cell: str
    ) -> tuple[str | None, list[Finding]]:
        """The id of a row and what is amiss with it.

        A name that is the one of another item goes before the id: a sort that left out the hidden column moves names
        and values but not ids. A name that is no item's casts doubt on the id, and neither is taken.

        Args:
            row_id: as it stands in the row; None where it is lost.
            name: as it stands; '' where empty.
            unit: likewise; '' where empty or where the sheet has no such column.
        """
        known = self.get(row_id)
        is_same_name = known is not None and item_key(known.item_name) == item_key(name)
        if not name or (known is not None and is_same_name and _is_same_unit(known.unit, unit)):
            return row_id, []
        if row_id is not None and not self._by_id:
            return row_id, []  # nothing to hold the name against
        named = self._by_name.get((kind, item_key(name)), [])
        found = [item for item in named if _is_same_unit(item.unit, unit)]
        if len(found) == 1:
            told = [finding("row_id_corrected", sheet, cell, text=name)] if known is not None else []
            return found[0].row_id, told
        if is_same_name:
            return row_id, []  # only the unit was written over: told by the checks, which compare units
        if known is not None:
            return None, [finding("row_name_differs", sheet, cell, text=name, name=known.item_name)]
        if row_id is not None and not named:
            return row_id, []  # an id of ours that this form does not ask for: told by the checks
        if len(found) > 1:
            return None, [finding("row_ambiguous", sheet, cell, text=name, count=len(found))]
        return None, [finding("row_unmatched", sheet, cell, text=name)]


def _is_same_unit(given: str, written: str) -> bool:
    return not written or unit_key(given) == unit_key(written)
