"""What the commands share: how a mistake is told, the day of a past view, the example home."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import date
from typing import Any

import click

from pipelines.settings import Settings


class UserError(click.ClickException):
    """Something a user can mend: said in one line of Chinese, without a trace."""

    def show(self, file: Any = None) -> None:
        click.echo(f"错误：{self.format_message()}", err=True)


def day_of(text: str) -> date:
    """The day that a person wrote. Raises `UserError`."""
    from pipelines.as_of import UnclearDay, parse_day

    try:
        return parse_day(text)
    except UnclearDay as error:
        raise UserError(str(error)) from error


def as_of_option(help_text: str) -> Any:
    """The option ``--as-of``, which gives the settings of this installation, or of its past view of that day."""

    def settings_of(_context: click.Context, _parameter: click.Parameter, text: str | None) -> Settings:
        settings = Settings.load()
        return settings if text is None else replace(settings, as_of=day_of(text))

    return click.option("--as-of", "settings", metavar="DAY", callback=settings_of, help=help_text)


def no_view(settings: Settings) -> UserError:
    """That there is no past view of that day, and what makes one."""
    return UserError(f"还没有截至 {settings.as_of} 的历史视图。请先运行：planledger run --as-of {settings.as_of}")


def choose_demo() -> None:
    """Let what follows in this process work on the example of this installation."""
    from pipelines.demo.make import UnsafeDemo, demo_settings
    from pipelines.example_data import is_marked

    try:
        made = demo_settings(Settings.load())
    except UnsafeDemo as error:
        raise UserError(str(error)) from error
    if not (is_marked(made.home) and made.published_link.exists()):
        raise UserError(f"{made.home} 中还没有示例库。请先运行：make demo")
    os.environ.update(PLANLEDGER_HOME=str(made.home), PLANLEDGER_RAW=str(made.raw_dir))
