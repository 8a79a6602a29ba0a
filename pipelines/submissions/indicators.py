"""Links to the indicator catalogue: exact names and aliases, and only where the unit fits."""

from __future__ import annotations

import re
from functools import cache

from pipelines.settings import PROJECT_DIR
from pipelines.submissions import lexicon
from pipelines.submissions.seeds import seed
from pipelines.submissions.units import quantity

_SIGNS = str.maketrans("（）％＆", "()%&", '“”"‘’')


@cache
def _rewrites() -> tuple[tuple[re.Pattern[str], str], ...]:
    """The variable name_rewrites of the dbt project: one list for both."""
    import yaml

    project = yaml.safe_load((PROJECT_DIR / "dbt" / "dbt_project.yml").read_text(encoding="utf-8"))
    return tuple((re.compile(pattern), replacement) for pattern, replacement in project["vars"]["name_rewrites"])


def indicator_key(name: str) -> str:
    """A name as the key it is matched by, as dbt's macro indicator_key makes it."""
    plain = re.sub(r"[\s_{}$\u3000]", "", name.translate(_SIGNS)).upper()
    for pattern, replacement in _rewrites():
        plain = pattern.sub(replacement, plain)
    return plain


@cache
def _by_key() -> dict[str, tuple[str, ...]]:
    names: dict[str, list[str]] = {}
    for row in seed("indicators"):
        names.setdefault(indicator_key(row["indicator_name"]), []).append(row["indicator_id"])
    for row in seed("indicator_aliases"):
        known = names.setdefault(indicator_key(row["alias"]), [])
        if row["indicator_id"] not in known:
            known.append(row["indicator_id"])
    return {key: tuple(found) for key, found in names.items()}


@cache
def _quantity_of(indicator_id: str) -> str | None:
    units = {row["unit_code"]: row["quantity"] for row in seed("units")}
    return next((units.get(r["unit_code"]) for r in seed("indicators") if r["indicator_id"] == indicator_id), None)


def link(name: str, unit: str, title: str = "") -> str | None:
    """The catalogued indicator of this name and unit, or None.

    A title that narrows what it heads (规模以上工业…, 农村…) keeps a general name from being linked.
    """
    if any(word in title and word not in name for word in lexicon.words("scope")):
        return None
    measured = quantity(unit)
    if measured is None:
        return None
    fitting = [known for known in _by_key().get(indicator_key(name), ()) if _quantity_of(known) == measured]
    return fitting[0] if len(fitting) == 1 else None
