"""The command line. Every command imports what it needs itself, so that ``planledger --help`` comes at once."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import Any

import click

from pipelines.command_line import UserError, as_of_option, choose_demo, day_of, no_view
from pipelines.runs.bulletin_command import bulletin
from pipelines.runs.supervise_commands import supervise
from pipelines.settings import AS_OF, TELEMETRY_OFF, Settings


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="planledger", prog_name="planledger")
def main() -> None:
    """规划台账 Planledger：把规划里的承诺和实际完成情况放进一本账。"""
    import os

    for name, value in TELEMETRY_OFF.items():
        os.environ.setdefault(name, value)
    if os.environ.get(AS_OF):
        day_of(os.environ[AS_OF])


@main.command()
@click.option("--force", is_flag=True, help="没有变化也重新建库。Build again even where nothing has changed.")
@click.option("--timings", is_flag=True, help="结束时列出各步用时。List the seconds of each step at the end.")
@as_of_option(
    "只用那一天已知的内容另建一份，如 2024-03-31；现在的数据不变 what was known on a day, apart from the present"
)
def run(force: bool, timings: bool, settings: Settings) -> None:
    """主任务：读入、建库、检查、发布。Land, build, check and publish."""
    from pipelines.example_data import MixedData
    from pipelines.runs.execute import run as execute
    from pipelines.runs.lock import RunInProgress
    from pipelines.runs.progress import Progress
    from pipelines.runs.summary import render
    from pipelines.warehouse.errors import DbtFailed

    if not settings.raw_dir.is_dir():
        raise UserError(f"找不到输入文件夹 {settings.raw_dir}。请把规划文本放进 raw/plans 后再运行")
    try:
        with Progress() as progress:
            outcome = execute(settings, progress, force)
    except (RunInProgress, MixedData) as error:
        raise UserError(str(error)) from error
    except DbtFailed as error:
        raise UserError(f"{error}。已发布的数据没有变动") from error
    except OSError as error:
        raise UserError(f"读写文件失败：{error}。已发布的数据没有变动，处理后再运行即可") from error
    if not outcome.is_success:
        for failure in outcome.failures:
            click.echo(f"错误：{failure}", err=True)
        if settings.as_of is not None:
            raise UserError(f"截至 {settings.as_of} 的历史视图没有建成；已发布的数据没有变动。The past view failed.")
        raise UserError(
            "本次运行未完成，已发布的数据没有变动。改正后再运行 make run；详情见 make dagster。"
            "The run failed; what was published before stays."
        )
    assert outcome.summary is not None
    if outcome.is_repeat:
        click.echo("没有变化，不需要重建 Nothing has changed; what is published is current.\n")
    click.echo(render(settings, outcome.summary, outcome.is_repeat))
    memory = "" if outcome.is_repeat else f"，内存峰值约 {outcome.peak_memory_mb:.0f} MB"
    click.echo(f"用时 {outcome.seconds:.1f} 秒{memory}")
    if timings:
        for step, seconds in outcome.step_seconds.items():
            click.echo(f"  {seconds:7.2f} 秒  {step}")


@main.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help="写到文件 JSONL；不写则输出到屏幕"
)
def extract(files: tuple[Path, ...], output: Path | None) -> None:
    """读出规划文本（或文件夹）中的指标表述，每行一条 JSON。Quantified statements of plan texts, one JSON a line."""
    import json

    from pipelines.plans.batch import plan_files, read_files
    from pipelines.runs.progress import counted

    lines: list[str] = []
    problems = 0
    named = plan_files(list(files))
    for reading in counted(read_files(named), len(named), "读取规划文本"):
        problems += _tell_findings(reading.path, reading.findings, reading.problem, bool(reading.records))
        lines += [json.dumps(record, ensure_ascii=False) + "\n" for record in reading.records]
    _write("".join(lines), output)
    if problems:
        raise UserError(f"{problems} 个文件没有读出内容，原因见上；其余 {len(named) - problems} 个已读出")


def _tell_findings(path: Path, findings: list[Any], problem: str | None, has_records: bool) -> int:
    """Say on stderr what is amiss with a file; 1 where nothing could be read from it."""
    if problem:
        click.echo(f"错误：{problem}", err=True)
        return 1
    errors = [finding for finding in findings if finding.severity == "error"]
    for finding in errors:
        click.echo(f"{'提醒' if has_records else '错误'}：{path}：{finding.message}{finding.remedy}", err=True)
    return int(bool(errors) and not has_records)


@main.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help="写到文件 JSONL；不写则输出到屏幕"
)
def rows(files: tuple[Path, ...], output: Path | None) -> None:
    """读出表格（或文件夹）中的每个数字及其含义，每行一条 JSON，不入库。Figures of workbooks, one JSON a line."""
    import json

    from pipelines.runs.progress import counted
    from pipelines.submissions.batch import read_files, table_files
    from pipelines.submissions.records import as_lines

    lines: list[str] = []
    problems = 0
    named = table_files(list(files))
    if not named:
        raise UserError(f"{'、'.join(map(str, files))} 中没有可以读取的表格（.xlsx、.xls、.csv、.tsv）")
    for result in counted(read_files(named), len(named), "读取表格"):
        reading = result.reading
        told = [f for f in reading.findings if not f.sheet or not f.cell]
        problems += _tell_findings(result.path, told, result.problem, bool(reading.records))
        unread = sum(f.severity == "error" and bool(f.cell) for f in reading.findings)
        if unread:
            click.echo(f"提醒：{result.path}：有 {unread} 处没有读取，逐条写在输出里", err=True)
        lines += [json.dumps(line, ensure_ascii=False) + "\n" for line in as_lines(reading)]
    _write("".join(lines), output)
    if problems:
        raise UserError(f"{problems} 个文件没有读出内容，原因见上；其余 {len(named) - problems} 个已读出")


@main.command()
@click.option("--department", "name", help="责任单位，照规划的写法，如 县教育局")
@click.option("--all", "every", is_flag=True, help="所有责任单位，每个一份")
@click.option("--region", help="所属地区，如 庆元县；几个地区有同名单位时必须写明")
@click.option("--month", required=True, help="报告期，如 2026-10")
@click.option("-o", "--output", required=True, type=click.Path(path_type=Path), help="写到文件；--all 时写到文件夹")
def template(name: str | None, every: bool, region: str | None, month: str, output: Path) -> None:
    """生成责任单位的月度报送表（.xlsx）。The monthly form of a department, or of every one."""
    from pipelines.submissions.commands import write_all_templates, write_template
    from pipelines.submissions.forms.naming import UnclearDepartment, UnclearMonth, parse_month
    from pipelines.warehouse.query import NoWarehouse

    if (name is None) == (not every):
        raise UserError("请用 --department 写明责任单位，或用 --all 生成全部")
    home = Settings.load().home
    try:
        if name is None:
            files = write_all_templates(home, region, parse_month(month), output)
            click.echo(f"已生成 {len(files)} 份报送表，在 {output}")
        else:
            form, path = write_template(home, name, region, parse_month(month), output)
            click.echo(f"已生成{form.region_name}“{form.department}”的报送表 {path}，共 {len(form.rows)} 项")
    except (NoWarehouse, UnclearDepartment, UnclearMonth) as error:
        raise UserError(str(error)) from error
    except OSError as error:
        raise UserError(f"写不了 {output}：{error.strerror}") from error


@main.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help="写到文件；不写则输出到屏幕")
def outline(file: Path, output: Path | None) -> None:
    """读出规划文本的章节、任务和责任单位，JSON。Chapters, measures and responsible units of a plan text."""
    import json

    from pipelines.plans.export import outline_record

    _write(json.dumps(outline_record(_read_plan_file(file)), ensure_ascii=False, indent=2) + "\n", output)


def _read_plan_file(file: Path) -> Any:
    """A reading of one file; what stops it is told in words. Warnings go to stderr."""
    from pipelines.plans.gazetteer import load_default
    from pipelines.plans.reader import read_plan

    reading = read_plan(_bytes_of(file), file.name, load_default())
    for finding in reading.findings:
        if finding.severity == "error" and not reading.statements:
            raise UserError(f"{file}：{finding.message}{finding.remedy}")
    return reading


def _bytes_of(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except FileNotFoundError:
        raise UserError(f"找不到文件 {file}。请检查路径") from None
    except IsADirectoryError:
        raise UserError(f"{file} 是文件夹，请给出文件") from None
    except OSError as error:
        raise UserError(f"读不了 {file}：{error.strerror}") from error


def _write(text: str, output: Path | None) -> None:
    if output is None:
        click.echo(text, nl=False)
        return
    try:
        output.parent.mkdir(parents=True, exist_ok=True)
        output.write_text(text, encoding="utf-8")
    except OSError as error:
        raise UserError(f"写不了 {output}：{error.strerror}") from error


@main.command()
@click.argument("query", required=False)
@click.option("-f", "--file", type=click.Path(path_type=Path), help="从 .sql 文件读取查询")
@click.option("--format", "style", type=click.Choice(["table", "csv", "json"]), default="table", show_default=True)
@click.option("--limit", type=click.IntRange(min=1), default=200, show_default=True, help="表格最多显示的行数")
@as_of_option("查询截至那一天的历史视图 what was known on a day")
def sql(query: str | None, file: Path | None, style: str, limit: int, settings: Settings) -> None:
    """只读查询已发布的数据。Query what is published, read-only."""
    import duckdb

    from pipelines.example_data import WORDS
    from pipelines.runs.tables import show
    from pipelines.warehouse.query import NoWarehouse, is_example_data, open_published

    if (query is None) == (file is None):
        raise UserError('请给出一条查询，如 planledger sql "SELECT * FROM marts.dim_plan"，或用 -f 给出 .sql 文件')
    text = query if query is not None else _decoded(file)
    try:
        with open_published(settings.view) as connection:
            if settings.as_of is not None:
                click.echo(f"【截至 {settings.as_of}】以下是那一天已知的内容，不是现在的数据", err=True)
            if is_example_data(connection):
                # Beside the result, so that what is piped on stays a table; its column data_origin goes with it.
                click.echo(f"【{WORDS}】以下结果出自示例库，其中的报送由程序随机生成", err=True)
            # A query reads the warehouse and nothing else, and writes nothing anywhere.
            connection.execute("SET search_path = 'marts,quality,meta'")
            connection.execute("SET enable_external_access = false")
            cursor = connection.execute(text)
            names = [column[0] for column in cursor.description or []]
            click.echo(show(names, cursor.fetchall(), style, limit), nl=False)
    except NoWarehouse as error:
        raise (no_view(settings) if settings.as_of else UserError(str(error))) from error
    except duckdb.Error as error:
        raise UserError(f"查询有误：{str(error).strip()}") from error


def _decoded(file: Path | None) -> str:
    assert file is not None
    try:
        return _bytes_of(file).decode("utf-8-sig")
    except UnicodeDecodeError:
        raise UserError(f"{file} 不是 UTF-8 编码的文本") from None


@main.command()
@click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help="写到文件；不写则输出到屏幕")
def dictionary(output: Path | None) -> None:
    """数据字典（Markdown），与数据仓库中的说明同源。The data dictionary of what is published."""
    from pipelines.warehouse.dictionary import render_dictionary
    from pipelines.warehouse.query import NoWarehouse, open_published

    try:
        with open_published(Settings.load().home) as connection:
            _write(render_dictionary(connection), output)
    except NoWarehouse as error:
        raise UserError(str(error)) from error


@main.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--source", required=True, help="从哪里收到的：网址、单位、邮件……")
@click.option(
    "--kind",
    type=click.Choice(["plan", "statistics", "region_codes", "corrections", "supervision", "reference"]),
    default="plan",
)
@click.option("--force", is_flag=True, help="已有来源说明也重新生成")
def origin(file: Path, source: str, kind: str, force: bool) -> None:
    """为 raw/ 中的一个文件生成来源说明（.origin.json）。Write the origin file of an input."""
    import json

    from pipelines.landing.origin import SUFFIX, template

    target = file.with_name(file.name + SUFFIX)
    if target.exists() and not force:
        raise UserError(f"{target} 已存在；要重新生成请加 --force")
    record = template(_bytes_of(file), kind, source, date.today())
    _write(json.dumps(record, ensure_ascii=False, indent=2) + "\n", target)
    click.echo(f"已生成 {target}，请补上标题、文号、发文机关、地区、日期和规划期")


@main.group(invoke_without_command=True)
@click.option("--plan", help="只看一份规划：编号（如 000）")
@click.option("--limit", type=click.IntRange(min=1), default=20, show_default=True, help="最多列出的条数")
@click.pass_context
def review(context: click.Context, plan: str | None, limit: int) -> None:
    """待复核的表述，最可疑的在前；accept、amend、reject 登记决定。Doubtful statements, and decisions about them."""
    if context.invoked_subcommand is not None:
        return
    from pipelines.runs.review import pending, plan_names
    from pipelines.warehouse.query import NoWarehouse, open_published

    try:
        with open_published(Settings.load().home) as connection:
            total, rows = pending(connection, plan, limit)
            names = plan_names(connection)
    except NoWarehouse as error:
        raise UserError(str(error)) from error
    if plan is not None and not rows and plan not in names:
        raise UserError(f"没有编号为 {plan} 的规划；现有 {'、'.join(names)}")
    if not rows:
        click.echo("没有待复核的表述 Nothing to look at.")
        return
    click.echo(f"待复核 {total} 条，最可疑的在前" + (f"，先列 {len(rows)} 条" if total > len(rows) else ""))
    for number, row in enumerate(rows, 1):
        click.echo(f"\n{number}. {row['statement_id']}　{row['doc']} {row['plan_title']}")
        click.echo(f"   原句：{' '.join(row['quote'].split())}")
        click.echo(f"   读作：{row['reading']}")
        click.echo(f"   疑点：{row['why']}")
    click.echo(
        f"\n登记决定：planledger review accept|amend|reject {rows[0]['statement_id']} --who 姓名 --reason 依据"
        "（amend 另写 --unit、--value 等）；写法见 docs/corrections.md"
    )


def _deciding(command: Any) -> Any:
    """What every decision needs: the statement, why, and who."""
    command = click.option("--who", required=True, help="何人决定")(command)
    command = click.option("--reason", required=True, help="依据")(command)
    return click.argument("statement_id")(command)


@review.command()
@_deciding
def accept(statement_id: str, reason: str, who: str) -> None:
    """采纳：读得对，不再列为可疑。The reading is right."""
    _decide(statement_id, "accept", {}, reason, who)


@review.command()
@_deciding
@click.option("--indicator", help="指标名称")
@click.option("--region", help="地区全称")
@click.option("--kind", help="target 目标，actual 实际")
@click.option("--period", help="by 2027、in 2023、every 2023-2027 或 over 2021-2025")
@click.option("--comparator", help="ge、gt、le、lt、approx、eq")
@click.option("--value", help="数值，单位写在 --unit")
@click.option("--value-high", help="区间的上限")
@click.option("--unit", help="单位")
@click.option("--measure", help="level 水平值，change 变动，growth 增速，times 倍数")
def amend(statement_id: str, reason: str, who: str, **fields: str | None) -> None:
    """更正：原文有误或读得不对，写明改成什么；原文的数仍保留。Put a field right; what was written stays beside it."""
    changes = {name: text for name, text in fields.items() if text is not None}
    if not changes:
        raise UserError("请写明更正什么，如 --unit 万元")
    _decide(statement_id, "amend", changes, reason, who)


@review.command()
@_deciding
def reject(statement_id: str, reason: str, who: str) -> None:
    """剔除：不是目标也不是实际值，不再进入数据。It is no statement."""
    _decide(statement_id, "reject", {}, reason, who)


def _decide(statement_id: str, action: str, changes: dict[str, str], reason: str, who: str) -> None:
    from pipelines.runs.review import ReviewError, append_entry, entry_of, find_statement
    from pipelines.warehouse.query import NoWarehouse, open_published

    settings = Settings.load()
    try:
        with open_published(settings.home) as connection:
            statement = find_statement(connection, statement_id)
        text = entry_of(statement, action, changes, reason, who, date.today())
        path = append_entry(settings, text)
    except (NoWarehouse, ReviewError) as error:
        raise UserError(str(error)) from error
    except OSError as error:
        raise UserError(f"写不了更正文件：{error.strerror}") from error
    click.echo(text.rstrip())
    click.echo(f"\n已写入 {path}，运行 make run 后生效")


@main.command()
@click.option("--port", type=int, default=8501, show_default=True)
@click.option("--headless", is_flag=True, help="不自动打开浏览器")
@click.option("--demo", "is_demo", is_flag=True, help="看示例库（make demo 生成的） show the example data")
@click.option("--address", default="127.0.0.1", show_default=True, help="监听地址；默认只有本机能打开 where to listen")
@click.option("--without-login", is_flag=True, help="谁都不用登录，能打开的人看到全部数据 nobody signs in")
@as_of_option("看截至那一天的历史视图 show what was known on a day")
def dashboard(port: int, headless: bool, is_demo: bool, address: str, without_login: bool, settings: Settings) -> None:
    """打开看板。Open the Streamlit dashboard."""
    import os

    if is_demo:
        choose_demo()
    if settings.as_of is not None:
        os.environ[AS_OF] = settings.as_of.isoformat()
        if not Settings.load().published_link.exists():
            raise no_view(settings)
    app = Settings.load().project_dir / "dashboards" / "app.py"
    arguments = ["run", str(app), "--server.port", str(port), "--server.address", address]
    arguments += ["--browser.gatherUsageStats", "false", *_sign_in(address, without_login)]
    if headless or not sys.stdout.isatty():
        arguments += ["--server.headless", "true"]
    _become_tool("streamlit", arguments)


def _sign_in(address: str, without_login: bool) -> list[str]:
    """What Streamlit has to be told of sign-in. Raises `UserError` where a network would be shown everything."""
    import os

    from pipelines import sign_in

    os.environ.pop(sign_in.WITHOUT_LOGIN, None)
    if without_login:
        os.environ[sign_in.WITHOUT_LOGIN] = "1"
        return []
    settings = Settings.load()
    configured = sign_in.read(settings)
    if configured.trouble is not None:
        raise UserError(configured.trouble)
    if configured.is_configured:
        if not settings.access_file.is_file():
            raise UserError(f"配置了登录，但没有权限名单 {settings.access_file}，谁也不能查看。写法见 docs/access.md")
        return ["--secrets.files", str(configured.file)]
    if address not in sign_in.LOCAL:
        raise UserError(
            f"没有配置登录，不能在 {address} 上打开看板：网络上的人都会看到全部数据。"
            "请按 docs/access.md 配置登录；确实不需要登录的，加 --without-login"
        )
    return []


@main.command()
@click.option("--port", type=int, default=3000, show_default=True)
def dagster(port: int) -> None:
    """打开 Dagster：资产图、检查、运行记录。Open Dagster with the asset graph."""
    click.echo(f"Dagster 将在 http://127.0.0.1:{port} 打开；按 Ctrl+C 结束")
    _become_tool("dg", ["dev", "--host", "127.0.0.1", "--port", str(port)])


@main.command("check-definitions", hidden=True)
def check_definitions() -> None:
    """``dg check defs`` with the environment of this installation."""
    _become_tool("dg", ["check", "defs"])


def _become_tool(name: str, arguments: list[str]) -> None:
    """Become a tool of the virtual environment, in the project's folder, with this installation's environment."""
    import os

    settings = Settings.load()
    settings.prepare()
    tools = Path(sys.executable).parent
    os.environ.update(VIRTUAL_ENV=str(tools.parent), PATH=f"{tools}{os.pathsep}{os.environ.get('PATH', '')}")
    os.chdir(settings.project_dir)
    os.execv(tools / name, [name, *arguments])


@main.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--who", required=True, help="提交人 who hands the files in")
@click.option("--department", default="", help="单位（文件不是报送表时） department, for a table of its own")
@click.option("--region", default="", help="地区（单位有重名时） region, where several have that department")
@click.option("--month", default=None, help="报告期，如 2026-10（文件不是报送表时） month reported on")
@click.option("--reason", default="", help="再次报送的原因 why it is sent again")
def submit(files: tuple[Path, ...], who: str, department: str, region: str, month: str | None, reason: str) -> None:
    """接收部门报送的表，当场答复并出具回执。Receive submissions; each gets its receipt at once."""
    from pipelines.example_data import MixedData
    from pipelines.intake.commands import file_count
    from pipelines.intake.commands import submit as receive_files
    from pipelines.intake.receive import Told
    from pipelines.runs.progress import counted
    from pipelines.submissions.forms.naming import parse_month

    settings = Settings.load()
    try:
        told = Told(who, reason, department, region, parse_month(month) if month else None)
        answers = list(counted(receive_files(settings, list(files), told), file_count(list(files)), "接收报送"))
    except (ValueError, MixedData) as error:
        raise UserError(str(error)) from error
    except OSError as error:
        raise UserError(f"写文件失败：{error}。已接收的不受影响，处理后重新提交其余文件即可") from error
    unread = 0
    for answer in answers:
        if answer.problem:
            click.echo(f"错误：{answer.problem}", err=True)
            unread += 1
            continue
        click.echo("\n".join(answer.lines))
        if answer.receipt is not None:
            marked = f"，标注后的表：{answer.receipt.workbook}" if answer.receipt.workbook else ""
            click.echo(f"  回执：{answer.receipt.page}{marked}")
    verdicts = [answer.received.record.verdict for answer in answers if answer.received]
    returned = verdicts.count("returned")
    taken = len(verdicts) - returned
    click.echo(f"共 {len(answers)} 份：接收 {taken} 份，退回 {returned} 份。运行 make run 后进入看板")
    if unread or returned:
        raise SystemExit(1)


@main.command()
@click.argument("submission_id")
@click.option("--who", required=True, help="撤回人 who takes it back")
@click.option("--reason", required=True, help="撤回原因 why")
def withdraw(submission_id: str, who: str, reason: str) -> None:
    """撤回一份报送；原文件和记录保留。Take a submission back; nothing is deleted."""
    from pipelines.example_data import MixedData
    from pipelines.intake.commands import withdraw as take_back
    from pipelines.intake.register import NotRegistered

    try:
        record = take_back(Settings.load(), submission_id, who, reason)
    except (NotRegistered, MixedData) as error:
        raise UserError(str(error)) from error
    click.echo(f"已撤回：{record.department} {record.month:%Y-%m} 的报送 {record.submission_id}。运行 make run 后生效")


@main.command()
@click.option("--seed", type=int, default=None, help="随机数种子，同一种子生成同样的数据 same seed, same data")
@click.option("--home", type=click.Path(path_type=Path), help="示例库放在哪里，默认 var/demo where it is made")
def demo(seed: int | None, home: Path | None) -> None:
    """生成示例库：各县一年半的月度报送，全部标明“示例数据”。A warehouse of example data, marked as such."""
    from pipelines.demo.command import make_demo
    from pipelines.demo.make import UnsafeDemo
    from pipelines.runs.lock import RunInProgress
    from pipelines.warehouse.errors import DbtFailed

    try:
        lines, failures = make_demo(Settings.load(), home, seed)
    except (UnsafeDemo, RunInProgress) as error:
        raise UserError(str(error)) from error
    except DbtFailed as error:
        raise UserError(f"{error}。正式库没有变动") from error
    except OSError as error:
        raise UserError(f"读写文件失败：{error}。正式库没有变动") from error
    for failure in failures:
        click.echo(f"错误：{failure}", err=True)
    if failures:
        raise UserError("示例库没有建成；正式库没有变动")
    click.echo("\n".join(lines))


main.add_command(bulletin)
main.add_command(supervise)

if __name__ == "__main__":
    main()
