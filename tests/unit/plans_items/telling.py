"""A plan made of one chapter around the sentences of a test, read whole."""

from __future__ import annotations

from functools import cache

from pipelines.plans.gazetteer import Gazetteer
from pipelines.plans.items import Deliverable, Project
from pipelines.plans.model import PlanReading
from pipelines.plans.reader import read_text

HEAD = "松阳县乡村振兴三年行动方案（2024—2026年）\n\n一、重点任务\n\n（一）提升行动\n\n"


@cache
def _gazetteer() -> Gazetteer:
    return Gazetteer.from_codes([("330000", "浙江省"), ("331100", "丽水市"), ("331124", "松阳县")])


def read(body: str, head: str = HEAD) -> PlanReading:
    return read_text(head + body, "900", _gazetteer())


def projects(body: str) -> list[Project]:
    return read(body).projects


def names(body: str) -> list[str]:
    return [project.name for project in projects(body)]


def deliverables(body: str) -> list[Deliverable]:
    return read(body).deliverables


def results(body: str) -> list[str]:
    return [one.text for one in deliverables(body)]
