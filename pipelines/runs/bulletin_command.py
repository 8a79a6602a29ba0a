"""``planledger bulletin``: the documents of a month, from what is published."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import click

from pipelines.command_line import UserError, choose_demo, day_of, no_view
from pipelines.settings import Settings


@click.command()
@click.option("--region", required=True, help="地区名称或代码，如 庆元县、331126")
@click.option("--month", required=True, help="月份，如 2026-10")
@click.option(
    "--kind",
    type=click.Choice(["通报", "会商", "推进会"]),
    default="通报",
    show_default=True,
    help="通报（每月）、会商（每周一页）、推进会（每季分章）",
)
@click.option("--as-of", metavar="DAY", help="用截至那一天的历史视图 what was known on a day")
@click.option("-o", "--output", type=click.Path(path_type=Path, file_okay=False), help="写到文件夹")
@click.option("--demo", "is_demo", is_flag=True, help="用示例库（make demo 生成的） from the example data")
def bulletin(region: str, month: str, kind: str, as_of: str | None, output: Path | None, is_demo: bool) -> None:
    """生成通报、会商单、推进会材料（.docx、.xlsx、.html）。The bulletin of a month, from what is published."""
    import duckdb

    from pipelines.publications.asking import UnclearBulletin
    from pipelines.publications.build import KINDS, build
    from pipelines.publications.proof import NotBorneOut
    from pipelines.publications.settings import UnclearSettings
    from pipelines.submissions.forms.naming import UnclearMonth, parse_month
    from pipelines.warehouse.query import NoWarehouse

    if is_demo:
        choose_demo()
    settings = Settings.load()
    if as_of is not None:
        settings = replace(settings, as_of=day_of(as_of))
    chosen = next(one for one in KINDS if one == kind)
    try:
        built = build(settings, region, parse_month(month), chosen, output)
    except NoWarehouse as error:
        raise (no_view(settings) if settings.as_of else UserError(str(error))) from error
    except (UnclearBulletin, UnclearMonth, UnclearSettings, NotBorneOut) as error:
        raise UserError(str(error)) from error
    except duckdb.Error as error:
        reason = str(error).splitlines()[0]
        raise UserError(f"已发布的数据仓库不能用来生成通报（{reason}）。请先运行：planledger run --force") from error
    except OSError as error:
        raise UserError(f"写不了 {error.filename or output}：{error.strerror}") from error
    for mark in built.document.marks:
        click.echo(mark, err=True)
    counts = built.content.overall
    click.echo(
        f"{built.content.region_name}{built.content.period}{kind}：目标 {counts.target}，有结论 {counts.judged}，"
        f"滞后 {len(built.content.lagging)}项；数据截至 {built.content.publication.cut_off}"
    )
    for path in built.files:
        click.echo(f"  {path}")
