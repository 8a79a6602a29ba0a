"""Wiring of landing: the inputs in ``raw/`` and the landed tables. How they are read stands in `pipelines.landing`."""

from collections.abc import Iterator
from typing import Any

import dagster as dg

from pipelines.example_data import refuse_mixture
from pipelines.landing.land import Landed, land_plans, land_statistics
from pipelines.landing.manifest import write_manifest
from pipelines.landing.origin import scan
from pipelines.landing.submissions import land_submissions
from pipelines.runs.lock import run_lock
from pipelines.settings import Settings

RAW_PLANS = dg.AssetKey(["raw", "plans"])
RAW_STATISTICS = dg.AssetKey(["raw", "statistics"])
RAW_CORRECTIONS = dg.AssetKey(["raw", "corrections"])
RAW_SUPERVISION = dg.AssetKey(["raw", "supervision"])

PLAN_TEXTS = dg.AssetKey(["landing", "plan_texts"])
PUBLISHED_FIGURES = dg.AssetKey(["landing", "published_figures"])
REGION_CODES = dg.AssetKey(["landing", "region_codes"])
CORRECTIONS = dg.AssetKey(["landing", "corrections"])
SUPERVISION_EVENTS = dg.AssetKey(["landing", "supervision_events"])
INPUTS = dg.AssetKey(["landing", "inputs"])
RAW_SUBMISSIONS = dg.AssetKey(["raw", "submissions"])
SUBMISSIONS = dg.AssetKey(["landing", "submissions"])

raw_inputs = [
    dg.AssetSpec(
        RAW_PLANS,
        group_name="stage_0_raw",
        description="规划文本，按收到时的样子，每份旁边有来源说明（.origin.json）。Plan texts as received.",
        kinds={"file"},
    ),
    dg.AssetSpec(
        RAW_STATISTICS,
        group_name="stage_0_raw",
        description="公开统计数字和行政区划代码（GB/T 2260）。Published figures and region codes.",
        kinds={"file"},
    ),
    dg.AssetSpec(
        RAW_CORRECTIONS,
        group_name="stage_0_raw",
        description="更正与复核：人对单条表述的决定（采纳、更正、剔除），写明依据和何人。What people decided "
        "about statements.",
        kinds={"file"},
    ),
    dg.AssetSpec(
        RAW_SUPERVISION,
        group_name="stage_0_raw",
        description="督办记录：对预警的答复、延期、销号、重启，写明何人、何时、依据，只增不改。"
        "What was done about warnings.",
        kinds={"file"},
    ),
    dg.AssetSpec(
        RAW_SUBMISSIONS,
        group_name="stage_0_raw",
        description="部门每月报送的表，原文件旁边有接收记录（.intake.json）。What departments sent, "
        "each with the record of its intake.",
        kinds={"file"},
    ),
]


@dg.multi_asset(
    name="land_inputs",
    group_name="stage_1_landing",
    specs=[
        dg.AssetSpec(
            PLAN_TEXTS,
            deps=[RAW_PLANS, RAW_STATISTICS],
            description="读过的规划文本：正文、章节、任务、指标表述、读取问题。Documents, sections, measures, "
            "statements and findings; one Parquet file for each text, read once for each reader.",
            kinds={"python", "parquet"},
        ),
        dg.AssetSpec(
            PUBLISHED_FIGURES,
            deps=[RAW_STATISTICS],
            description="公开统计数字：一行一个数，带文件和行号。Published figures, each with its file and line.",
            kinds={"python", "parquet"},
        ),
        dg.AssetSpec(
            REGION_CODES,
            deps=[RAW_STATISTICS],
            description="行政区划代码（GB/T 2260）。Codes and names of regions.",
            kinds={"python", "parquet"},
        ),
        dg.AssetSpec(
            CORRECTIONS,
            deps=[RAW_CORRECTIONS],
            description="更正与复核：一行一条决定，带文件和行号。Decisions about statements, each with its line.",
            kinds={"python", "parquet"},
        ),
        dg.AssetSpec(
            SUPERVISION_EVENTS,
            deps=[RAW_SUPERVISION],
            description="督办记录：一行一件事，带文件和行号。What was done about warnings, each event with its line.",
            kinds={"python", "parquet"},
        ),
        dg.AssetSpec(
            SUBMISSIONS,
            deps=[RAW_SUBMISSIONS],
            description="收到的报送：每份、每个数、每段文字、每处检查结果。Submissions with their figures, texts and "
            "findings, as they were recorded when received.",
            kinds={"python", "parquet"},
        ),
        dg.AssetSpec(
            INPUTS,
            deps=[PLAN_TEXTS, PUBLISHED_FIGURES, REGION_CODES, CORRECTIONS, SUPERVISION_EVENTS],
            description="清单：raw/ 中现有的文件、来源、能否使用。What lies in raw/ now; builds use nothing else.",
            kinds={"python", "parquet"},
        ),
    ],
)
def landed_inputs(context: dg.AssetExecutionContext) -> Iterator[dg.MaterializeResult]:
    """Keep what is new, read what the present reader has not read, and write the list of what is in force."""
    settings = Settings.load()
    refuse_mixture(settings)
    with run_lock(settings.lock_file):
        inputs = scan(settings.raw_dir)
        plans = [raw for raw in inputs if raw.kind == "plan"]
        landed_plans = land_plans(settings, plans, context.log.info)
        landed_figures = land_statistics(settings, inputs, "statistics")
        landed_codes = land_statistics(settings, inputs, "region_codes")
        landed_corrections = land_statistics(settings, inputs, "corrections")
        landed_supervision = land_statistics(settings, inputs, "supervision")
        submissions = land_submissions(settings.raw_dir, settings.landed_submissions)
        manifest = write_manifest(settings, inputs)
    yield _result(PLAN_TEXTS, landed_plans)
    yield _result(PUBLISHED_FIGURES, landed_figures)
    yield _result(REGION_CODES, landed_codes)
    yield _result(CORRECTIONS, landed_corrections)
    yield _result(SUPERVISION_EVENTS, landed_supervision)
    yield dg.MaterializeResult(
        asset_key=SUBMISSIONS,
        metadata={
            "dagster/row_count": submissions.submission_count,
            "figures": submissions.figure_count,
            "findings": submissions.finding_count,
        },
    )
    yield dg.MaterializeResult(
        asset_key=INPUTS,
        metadata={
            "dagster/row_count": manifest.height,
            "readable": int(manifest["is_readable"].sum()),
            "files": dg.MetadataValue.md(
                "\n".join(f"- {path}" for path in manifest["input_path"].to_list()),
            ),
        },
    )


def _result(key: dg.AssetKey, landed: list[Landed]) -> dg.MaterializeResult:
    read = [one for one in landed if one.is_read_now]
    metadata: dict[str, Any] = {
        "inputs": len(landed),
        "read_now": len(read),
        "rows_read_now": sum(one.row_count or 0 for one in read),
        "findings_now": sum(one.finding_count or 0 for one in read),
        "read_now_files": dg.MetadataValue.json([one.input_path for one in read]),
        "seconds": round(sum(one.seconds for one in read), 3),
    }
    return dg.MaterializeResult(asset_key=key, metadata=metadata)
