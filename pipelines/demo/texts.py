"""What departments write: progress, problems and next steps of their items. No names of people."""

from __future__ import annotations

from datetime import date
from random import Random

from pipelines.submissions.forms.shown import number_text
from pipelines.submissions.model import FormRow
from pipelines.submissions.months import next_month

_OPENINGS = ("本月", "截至{month}月底", "{month}月份", "报告期内")
_MEASURE = {
    "early": (
        "{opening}印发年度工作方案，任务分解到科室，明确时间节点。",
        "{opening}召开专题部署会 {n} 次，完成前期调研和底数摸排。",
        "{opening}组织赴外地学习考察 {n} 次，形成初步思路并征求意见。",
        "{opening}成立工作专班，建立周调度、月通报机制。",
        "{opening}完成摸排 {m} 处，建立工作清单。",
    ),
    "middle": (
        "{opening}按计划推进，已完成年度任务的 {p}%，重点事项 {m} 项中完成 {n} 项。",
        "{opening}开展现场督导 {n} 次，协调解决具体问题 {m} 个。",
        "{opening}落实专项资金，{m} 个点位已启动实施，其中 {n} 个完成验收。",
        "{opening}举办业务培训 {n} 期，参训 {k} 人次，基层反映良好。",
        "{opening}会同相关部门联合会商 {n} 次，任务总体按时序推进。",
        "{opening}完成阶段性评估，{n} 项指标达到序时进度。",
    ),
    "late": (
        "{opening}年度任务基本完成，正在组织自查和资料归档。",
        "{opening}已完成年度任务的 {p}%，其余 {n} 项进入收尾。",
        "{opening}形成典型案例 {n} 个，经验做法在面上推广。",
        "{opening}完成年度验收，建立长效管护机制。",
        "{opening}开展“回头看”，发现问题 {m} 个，已全部整改。",
    ),
}
_PROJECT = {
    "early": (
        "{opening}完成可行性研究报告评审，正在办理用地预审。",
        "{opening}初步设计已批复，施工图审查完成 {p}%。",
        "{opening}完成招标，施工单位进场，正在进行场地平整。",
        "{opening}完成政策处理 {m} 户，临时设施搭建完毕。",
    ),
    "middle": (
        "{opening}主体工程完成 {p}%，形象进度符合计划。",
        "{opening}完成基础施工，{n} 个标段同步推进。",
        "{opening}路基和管网完成 {p}%，设备采购已签约。",
        "{opening}主体结构施工至 {n} 层，累计完成工程量的 {p}%。",
    ),
    "late": (
        "{opening}主体工程完工，正在进行设备安装和调试。",
        "{opening}完成单项验收 {n} 项，计划近期竣工验收。",
        "{opening}附属工程完成 {p}%，试运行准备就绪。",
    ),
}
_INDICATOR = (
    "累计完成 {value}{unit}，总体符合序时进度。",
    "较上月稳步推进，达到 {value}{unit}。",
    "按月调度，目前为 {value}{unit}。",
    "数据来自部门业务统计，为 {value}{unit}。",
)
_PROBLEMS = (
    "要素保障偏紧，用地指标尚缺约 {m} 亩。",
    "上级补助资金到位进度偏慢，已到位 {p}%。",
    "个别点位政策处理难度较大，影响开工。",
    "基层专业人员不足，{n} 个乡镇没有专职人员。",
    "阴雨天气较多，室外作业有效天数减少。",
    "跨部门数据共享不够顺畅，部分数据需人工汇总。",
    "社会资本参与意愿不强，招商仍需加力。",
)
_STEPS = (
    "{next}月底前完成剩余 {n} 项任务。",
    "加强要素保障，力争{next}月完成手续办理。",
    "会同财政部门加快资金拨付，{next}月中旬再调度一次。",
    "对进度偏慢的点位实行挂图作战、销号管理。",
    "组织中期评估，查漏补缺。",
    "继续按月调度，确保完成年度目标。",
)
EXPLANATIONS = (
    "本月集中验收入库，数字一次性增加，已与业务台账核对",
    "统计口径按上级通知作了调整，已与统计部门核对一致",
    "上年结转项目在本月集中确认，属一次性因素",
    "因项目核减，经主管部门复核后调减此前上报数",
)
REVISIONS = ("数据经复核后修订", "统计部门反馈后更正", "补充上月漏报部分", "初步数改为最终数")
WITHDRAWALS = ("误将内部草稿报出，撤回后另行报送", "数据来源有误，撤回核实", "重复报送，撤回其中一份")


def progress_of(row: FormRow, month: date, draw: Random, value: float | None = None) -> str:
    """A sentence or two on how an item goes."""
    if row.item_kind == "indicator":
        if value is None:
            return ""
        return draw.choice(_INDICATOR).format(value=number_text(value), unit=row.unit)
    begun, due = 2023.0, (row.target_year or 2027) + 1.0
    share = (month.year + month.month / 12 - begun) / max(due - begun, 1.0)
    stage = "early" if share < 0.35 else "middle" if share < 0.85 else "late"
    choices = (_MEASURE if row.item_kind == "measure" else _PROJECT)[stage]
    chosen = draw.sample(choices, 2 if draw.random() < 0.3 else 1)
    done = round(100 * share) if row.item_kind == "project" else 8 * month.month
    texts = [_filled(text, month, draw, done) for text in chosen]
    return "".join([texts[0], *(text.split("，", 1)[-1] for text in texts[1:])])


def problem_of(month: date, draw: Random) -> str:
    """What hinders; often nothing."""
    return _filled(draw.choice(_PROBLEMS), month, draw) if draw.random() < 0.35 else ""


def next_step_of(month: date, draw: Random) -> str:
    """What comes next."""
    return _filled(draw.choice(_STEPS), month, draw) if draw.random() < 0.75 else ""


def _filled(text: str, month: date, draw: Random, done: int = 50) -> str:
    """``done``: roughly how much of the work is, in per cent."""
    opening = draw.choice(_OPENINGS).format(month=month.month)
    return text.format(
        opening=opening,
        month=month.month,
        next=next_month(month).month,
        n=draw.randint(1, 6),
        m=draw.randint(7, 30),
        k=draw.randint(4, 40) * 10,
        p=max(5, min(98, done + draw.randint(-5, 5))),
    )
