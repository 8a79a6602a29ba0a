"""``planledger supervise``: the list of warnings, and a command for each thing that is done about one."""

from __future__ import annotations

from typing import Any

import click

from pipelines.command_line import UserError
from pipelines.settings import Settings
from pipelines.terms import WARNING_KINDS


@click.group(invoke_without_command=True)
@click.option("--all", "every", is_flag=True, help="已销号、已消除的也列出 closed and cleared ones too")
@click.option("--kind", type=click.Choice(["red", "worse", "forecast_miss", "not_reported"]), help="只看一类")
@click.option("--region", help="只看一个地区：名称或代码")
@click.option("--format", "style", type=click.Choice(["table", "csv", "json"]), default="table", show_default=True)
@click.option("--limit", type=click.IntRange(min=1), default=50, show_default=True, help="表格最多显示的行数")
@click.pass_context
def supervise(
    context: click.Context, every: bool, kind: str | None, region: str | None, style: str, limit: int
) -> None:
    """待督办的预警，先到期的在前；answer、extend、close、reopen 登记。Open warnings, and what is done about them."""
    if context.invoked_subcommand is not None:
        return
    from pipelines.example_data import WORDS
    from pipelines.runs import supervise as work
    from pipelines.runs.tables import show
    from pipelines.warehouse.query import NoWarehouse, is_example_data, open_published

    settings = Settings.load()
    today = work.now_in_china().date()
    try:
        with open_published(settings.view) as connection:
            rows = work.warnings_of(connection, every, kind, region)
            waiting = work.waiting_count(connection, settings)
            is_example = is_example_data(connection)
    except (NoWarehouse, work.SupervisionError) as error:
        raise UserError(str(error)) from error
    if is_example:
        click.echo(f"【{WORDS}】以下预警出自示例库", err=True)
    if waiting:
        click.echo(f"另有 {waiting} 条登记还没有生效，运行 make run 后计入", err=True)
    if not rows and style == "table":
        click.echo("没有待督办的预警 No open warnings.")
        return
    length = work.short_length(rows)
    lines = [
        (
            row["warning_id"][:length] if style == "table" else row["warning_id"],
            WARNING_KINDS[row["warning_kind"]],
            row["path_name"] or row["region_code"],
            row["indicator_name"],
            "、".join(row["department_names"]) or None,
            row["raised_on"],
            (today - row["raised_on"]).days,
            work.state_name(row),
            row["due_date"],
        )
        for row in rows
    ]
    names = ["编号", "类别", "地区", "指标", "责任单位", "预警日期", "已历天数", "状态", "期限"]
    click.echo(show(names, lines, style, limit), nl=False)
    if style == "table":
        click.echo(
            f"登记：planledger supervise answer|extend|close|reopen {lines[0][0]} --who 姓名 --reason 内容"
            "（extend 另写 --until 日期）；写法见 docs/supervision.md"
        )


def _entering(command: Any) -> Any:
    """What every event needs: the warning, who, what, and when where it was not now."""
    command = click.option("--submission", help="所附报送的编号 the submission that shows it")(command)
    command = click.option("--on", metavar="DATE", help="发生的日期，如 2026-11-10；不写为现在")(command)
    command = click.option("--reason", required=True, help="答复内容或依据")(command)
    command = click.option("--who", required=True, help="何人答复或决定")(command)
    return click.argument("warning_id")(command)


@supervise.command()
@_entering
def answer(warning_id: str, **told: str | None) -> None:
    """答复：责任单位已书面答复（整改答复）。The unit has answered."""
    _enter(warning_id, "answer", told)


@supervise.command()
@_entering
@click.option("--until", required=True, metavar="DATE", help="新的期限，如 2026-11-30")
def extend(warning_id: str, **told: str | None) -> None:
    """延期：给出新的期限。A new due date."""
    _enter(warning_id, "extend", told)


@supervise.command()
@_entering
def close(warning_id: str, **told: str | None) -> None:
    """销号：已办结，不再督办；记录保留。Closed; what was recorded stays."""
    _enter(warning_id, "close", told)


@supervise.command()
@_entering
@click.option("--until", metavar="DATE", help="期限；不写则从重启之日按规定天数计")
def reopen(warning_id: str, **told: str | None) -> None:
    """重启：销号后又要督办。Open a closed warning again."""
    _enter(warning_id, "reopen", told)


def _enter(name: str, action: str, told: dict[str, str | None]) -> None:
    from pipelines.runs.supervise import SupervisionError, enter, entry_of, find_warning, now_in_china
    from pipelines.warehouse.query import NoWarehouse, open_published

    settings = Settings.load()
    now = now_in_china()
    try:
        with open_published(settings.home) as connection:
            warning = find_warning(connection, name)
        when = told["on"] or f"{now:%Y-%m-%d %H:%M}"
        text = entry_of(warning["warning_id"], action, told["reason"] or "", told["who"] or "", when, told)
        path = enter(settings, warning, text, now.date())
    except (NoWarehouse, SupervisionError) as error:
        raise UserError(str(error)) from error
    except OSError as error:
        raise UserError(f"写不了督办记录：{error.strerror}") from error
    click.echo(text.rstrip())
    click.echo(f"\n已写入 {path}，运行 make run 后生效")
