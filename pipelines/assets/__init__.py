"""The whole architecture as one short list: the groups of assets in the order of the road, and where each is wired.

What belongs here: wiring, that is, which function makes which asset, what it depends on, what is recorded about it.
What does not: how a text is read (`pipelines.plans`), how bytes are kept (`pipelines.landing`), how tables are made
(``dbt/``), how a file is published (`pipelines.warehouse`). Those know nothing of Dagster.
https://docs.dagster.io/guides/build/assets
"""

from __future__ import annotations

STAGES: dict[str, str] = {
    "stage_0_raw": "pipelines.assets.landing",  # inputs as received, each with its origin
    "stage_1_landing": "pipelines.assets.landing",  # bytes kept, rows read, findings
    "stage_2_seeds": "pipelines.assets.warehouse",  # the catalogue: indicators, units, aliases
    "stage_3_staging": "pipelines.assets.warehouse",  # landed rows in force
    "stage_4_intermediate": "pipelines.assets.warehouse",  # linked, converted, resolved
    "stage_5_marts": "pipelines.assets.warehouse",  # dimensions and facts
    "stage_6_published": "pipelines.assets.publication",  # the file that people open
    "stage_7_bulletins": "pipelines.assets.bulletins",  # documents of a month, on demand
}
