"""The file ``access.yml``: what it gives whom, and that nothing in it is ever guessed."""

from __future__ import annotations

import pytest

from dashboards.access_rules import EVERYTHING, BrokenRules, Region, Scope, parse, scopes

REGIONS = (
    Region("330000", "浙江省", "浙江省", None),
    Region("331100", "丽水市", "浙江省 / 丽水市", "330000"),
    Region("331126", "庆元县", "浙江省 / 丽水市 / 庆元县", "331100"),
    Region("331121", "青田县", "浙江省 / 丽水市 / 青田县", "331100"),
    Region("330182", "建德市", "浙江省 / 杭州市 / 建德市", "330100"),
    Region("320106", "鼓楼区", "江苏省 / 南京市 / 鼓楼区", "320100"),
    Region("350102", "鼓楼区", "福建省 / 福州市 / 鼓楼区", "350100"),
)
GOOD = """\
- contact: 发展改革局规划科
- email: Zhang@Example.gov.cn
  role: editor
- email: li@example.gov.cn
  role: viewer
  regions: [丽水市, 330182]
- claim: groups
  value: fgj
  role: department
  region: 庆元县
  department: [县发改局, 发改局]
- claim: groups
  value: everyone
  role: viewer
  regions: 江苏省 / 南京市 / 鼓楼区
"""


def scope_of(**claims: object) -> Scope | None:
    rules = parse(GOOD)
    grant = rules.grant_of(claims)
    return None if grant is None else scopes(rules, REGIONS)[grant]


def test_an_editor_sees_everything_whatever_the_case_of_the_address() -> None:
    assert scope_of(email=" zhang@example.GOV.cn ") == EVERYTHING


def test_a_city_includes_its_counties() -> None:
    assert scope_of(email="li@example.gov.cn") == Scope(("330182", "331100", "331121", "331126"))


def test_a_department_by_a_group_of_the_provider() -> None:
    assert scope_of(groups=["everyone-else", "fgj"]) == Scope(("331126",), ("县发改局", "发改局"))
    assert scope_of(groups="fgj") == Scope(("331126",), ("县发改局", "发改局"))


def test_the_first_entry_that_fits_counts() -> None:
    assert scope_of(email="li@example.gov.cn", groups=["fgj"]) == scope_of(email="li@example.gov.cn")
    assert scope_of(groups=["everyone", "fgj"]) == scope_of(groups=["fgj"])


def test_a_name_that_several_have_is_told_apart_by_its_path() -> None:
    assert scope_of(groups="everyone") == Scope(("320106",))


@pytest.mark.parametrize(
    "claims",
    [
        {},
        {"email": None},
        {"email": ""},
        {"email": "nobody@example.gov.cn"},
        {"email": "zhang@example.gov.cn", "email_verified": False},
        {"email": "zhang@example.gov.cn", "email_verified": "false"},
        {"email": ["zhang@example.gov.cn"]},
        {"groups": None},
        {"groups": {"fgj": True}},
        {"groups": "fg"},
        {"group": "fgj"},
    ],
)
def test_anybody_else_is_unknown(claims: dict[str, object]) -> None:
    assert parse(GOOD).grant_of(claims) is None


def test_whom_to_ask() -> None:
    assert parse(GOOD).contact == "发展改革局规划科"
    assert parse("") == ((), None)


@pytest.mark.parametrize(
    ("entry", "line", "told"),
    [
        ("email: a@b\n  role: admin", 3, "role 应是"),
        ("email: a@b", 3, "缺少 role"),
        ("email: ab\n  role: editor", 3, "电子邮箱"),
        ("role: editor", 3, "没有写给谁"),
        ("claim: groups\n  role: editor", 3, "缺少 value"),
        ("email: a@b\n  claim: groups\n  value: x\n  role: editor", 3, "claim"),
        ("email: a@b\n  role: viewer", 3, "缺少 regions"),
        ("email: a@b\n  role: viewer\n  regions: []", 3, "缺少 regions"),
        ("email: a@b\n  role: viewer\n  regions: ['']", 3, "缺少 regions"),
        ("email: a@b\n  role: viewer\n  region: 庆元县", 3, "多出 region"),
        ("email: a@b\n  role: viewer\n  regions: [庆元县]\n  department: 县发改局", 3, "多出 department"),
        ("email: a@b\n  role: editor\n  regions: [庆元县]", 3, "多出 regions"),
        ("email: a@b\n  role: department\n  region: [庆元县, 建德市]\n  department: x", 3, "只写一个地区"),
        ("email: a@b\n  role: department\n  region: 庆元县", 3, "缺少 department"),
        ("email: a@b\n  role: editor\n  rôle: x", 3, "不认识的字段"),
        ("email: a@b\n  role: editor\n  role: viewer", 3, "写了两遍"),
        ("email: X@y\n  role: editor", 3, "第 1 行是同一个人"),
        ("contact: x\n  email: a@b", 3, "contact 单独写一条"),
        ("email: [a@b\n  role: editor", 4, "YAML"),
        ("email: &a a@b\n  role: editor", 3, "&"),
        ("just a text", 3, "名称: 内容"),
    ],
)
def test_what_cannot_be_understood_is_told_with_its_line(entry: str, line: int, told: str) -> None:
    with pytest.raises(BrokenRules, match=told) as raised:
        parse(f"- email: x@y\n  role: editor\n- {entry}\n")
    assert raised.value.line in (line, None if "&" in entry else line)
    assert "docs/access.md" in str(raised.value)


def test_a_mapping_is_no_list_of_entries() -> None:
    with pytest.raises(BrokenRules, match="应是一个列表"):
        parse("email: x@y\nrole: editor\n")


@pytest.mark.parametrize(("region", "told"), [("某某县", "不在行政区划代码表里"), ("鼓楼区", "320106、350102")])
def test_one_unclear_region_makes_the_whole_file_unusable(region: str, told: str) -> None:
    rules = parse(f"- email: x@y\n  role: editor\n- email: a@b\n  role: viewer\n  regions: [庆元县, {region}]\n")
    with pytest.raises(BrokenRules, match=told) as raised:
        scopes(rules, REGIONS)
    assert raised.value.line == 3


def test_regions_that_lie_in_each_other_come_to_an_end() -> None:
    rules = parse("- email: a@b\n  role: viewer\n  regions: A\n")
    circle = (Region("1", "A", "A", "2"), Region("2", "B", "B", "1"))
    assert scopes(rules, circle)[rules.grants[0]] == Scope(("1", "2"))
