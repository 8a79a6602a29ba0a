"""Every word of the dashboard in Chinese, in one place, so that another language is another module of this shape."""

from __future__ import annotations

APP_TITLE = "规划台账"
OTHER_LANGUAGE = "English"
EXAMPLE = "示例数据"
EXAMPLE_BANNER = "示例数据：部门报送由程序随机生成，不是任何单位的真实报送，本页内容不得引用。"
EXAMPLE_TITLE = "【示例数据】{title}"
AS_OF_BANNER = "历史视图：只含截至 {day} 已知的内容，不是现在的数据。"
AS_OF_TITLE = "【截至 {day}】{title}"
PAGE_OVERVIEW = "总览"
PAGE_INDICATOR = "指标"
PAGE_TEXT = "计划原文"
PAGE_QUALITY = "数据质量"
PAGE_TASKS = "任务与项目"
PAGE_SUBMISSIONS = "部门报送"
PAGES = {
    "overview": PAGE_OVERVIEW,
    "tasks": PAGE_TASKS,
    "indicator": PAGE_INDICATOR,
    "text": PAGE_TEXT,
    "submissions": PAGE_SUBMISSIONS,
    "quality": PAGE_QUALITY,
}

MISSING = "缺"
NOT_STATED = "未写明"
YEAR_UNKNOWN = "年份未写明"
YEAR = "{year} 年"
FILE_LINE = "{path} 第 {line} 行"
UNKNOWN_CODE = "？ {code}"
ALL = "全部"
BEIJING_TIME = "{time}（北京时间）"
YES = "是"
NO = "否"

COMPARATORS = {"ge": "≥", "gt": "＞", "le": "≤", "lt": "＜", "approx": "约", "eq": ""}
PERIODS = {"by": "到 {year} 年末", "in": "{year} 年", "every": "{span} 每年", "over": "{span} 累计"}
# The states and their meaning are those of marts.dim_progress_state; a test holds them equal. Here each has a sign.
STATUSES = {
    "regressing": "▼ 倒退",
    "behind": "✘ 欠进度",
    "not_reported": "○ 未报",
    "on_track": "✔ 达进度",
    "ahead": "▲ 超进度",
    "achieved": "★ 已完成",
    "not_due": "◷ 未到期",
    "undetermined": "? 待定",
    "no_target": "文 未设目标",
}
STATUS_HELP = {
    "regressing": "比基期更差，或增速由正转负。",
    "behind": "低于进度要求；目标年已过的，即未达到目标。",
    "not_reported": "已到期而没有报送，也没有公布的数；不等于零，也不等于未完成。",
    "on_track": "达到进度要求。",
    "ahead": "高于进度要求，超出部分大于设定的百分点。",
    "achieved": "达到目标值；要求每年保持的，到期末才算。",
    "not_due": "目标年未到，还没有数。",
    "undetermined": "目标或实际值存疑、不是数字、等待下达，或缺少基期与以前年度的数。",
    "no_target": "目标只有文字，没有数。",
}
LIGHTS = {"green": "● 绿灯", "yellow": "◆ 黄灯", "red": "■ 红灯"}
MATURITIES = {
    "final": "最终",
    "preliminary": "初步核算",
    "flash": "快报",
    "estimate": "预计数",
    "stated_in_plan": "规划自述",
    "unknown": "状态未注明",
}
KINDS = {"target": "目标", "actual": "实际"}
MEASURES = {"level": "水平值", "change": "变动值", "growth": "增速", "times": "倍数"}
LINKS = {"name": "按名称对上目录", "alias": "按别名对上目录", "own": "目录外（本规划自有指标）"}
DIRECTIONS = {"higher": "越高越好", "lower": "越低越好", "keep": "保持", "range": "区间"}
RESOLUTIONS = {
    "stated": "原文直接写明",
    "from_base": "按基数折算",
    "kept_at_base": "保持基期值",
    "follows_growth": "随经济增长",
    "waits": "等待下达",
    "qualitative": "只有文字",
    "unresolved": "未能折算",
}
SOURCE_KINDS = {"statistics": "统计公报、年鉴", "plan": "规划自述"}
SEVERITIES = {
    "error": "✘ 错误",
    "warning": "! 警告",
    "info": "· 提示",
}
CHECK_SEVERITIES = {"critical": "严重，不通过则不发布", "warning": "警告，只提醒"}
INPUT_KINDS = {
    "plan": "规划文本",
    "statistics": "统计数据",
    "region_codes": "行政区划代码",
    "supervision": "督办记录",
    "corrections": "更正与复核",
    "reference": "参考资料（只保存）",
}

# Help instead of a traceback
NO_WAREHOUSE_TITLE = "还没有可以看的数据"
NO_WAREHOUSE = "没有找到已发布的数据仓库文件：\n\n`{path}`"
NO_WAREHOUSE_REMEDY = (
    "请在项目目录里运行：\n\n```\nmake run\n```\n\n"
    "它会读取 `raw/` 里的规划文本和统计数据，建库、检查并发布。完成后刷新本页即可。\n\n"
    "如果数据放在别处，请先设置环境变量 `PLANLEDGER_HOME`，再启动看板。"
)
UNREADABLE_TITLE = "已发布的文件读不出来"
UNREADABLE = "文件：`{path}`\n\n原因：`{reason}`"
UNREADABLE_REMEDY = (
    "文件可能已损坏，或由另一版本的程序生成。请重新运行 `make run`；成功后会换上新文件，旧文件不受影响。"
)
EMPTY_TITLE = "数据仓库里还没有规划"
EMPTY = "请把规划文本放进 `raw/plans/`，再运行 `make run`。"
BAD_PARAMETER = "链接里的 `{name}={value}` 不在可选范围内，已改为“{used}”。"
BAD_STATEMENT = "没有编号为 `{value}` 的语句：可能链接抄写有误，也可能原文更新后重新编号。请在下面重新选择。"
BAD_SPAN = "链接里的位置 `start={start}`、`end={end}` 不在这份原文之内，已忽略。"
BAD_STATEMENT_PLAN = "语句 `{statement}` 不在链接所写的规划中，已转到它所在的规划。"

FOOTER = "数据版本 {version} · 发布于 {published_at} · 运行 {run_id}"
TABLE_FIND = "在表中查找"
TABLE_COUNT = "共 {count} 行"
TABLE_SHOWN = "显示 {shown} / {count} 行"
TABLE_EMPTY = "没有符合条件的行"
TABLE_MORE = "再显示 {count} 行"
TABLE_SORT = "点击表头排序"
ROW_LIMIT = "只列出前 {limit} 行，共 {count} 行。请用筛选缩小范围。"
FIRST_ROWS = "只列出前 {limit} 行。"
TO_TEXT = "看原文"
TO_INDICATOR = "看指标"
TO_SOURCE = "打开来源"

# Overview
OVERVIEW_INTRO = "规划里写下的目标，与能找到的实际值逐条对照。缺的写“缺”，不当作零。"
FILTER_REGION = "地区"
FILTER_PLAN = "规划"
FILTER_STATUS = "状态"
FILTER_BINDING = "只看约束性指标"
METRIC_TARGETS = "目标"
METRIC_TARGETS_HELP = "规划 × 地区 × 指标 × 年份，各算一个。"
METRIC_KNOWN = "有过实际值"
METRIC_KNOWN_HELP = (
    "{whole} 个目标中的 {count} 个（{share}%）：任一年份有实际值的目标，可以看出走势；不一定是目标年份的值。"
)
BY_PLAN = "各规划、各地区"
TARGET_TABLE = "目标与现状"
STATUS_LEGEND = "状态怎么读"
NO_TARGETS = "这个范围内没有目标。"
COLUMN_REGION = "地区"
COLUMN_PLAN = "规划"
COLUMN_PLAN_PERIOD = "规划期"
COLUMN_TARGETS = "目标数"
COLUMN_KNOWN = "有过实际值"
COLUMN_INDICATOR = "指标"
COLUMN_TARGET = "目标"
COLUMN_TARGET_PERIOD = "目标时间"
COLUMN_NOW = "现状"
COLUMN_NOW_YEAR = "现状年份"
COLUMN_STATUS = "状态"
COLUMN_SOURCE = "现状来源"
COLUMN_OPEN = "原文"
BINDING = "约束性"
DISPUTED = "原文多处不一致"
CORRECTED = "已更正（原文 {text}）"
COMPLETION = "完成度 {pct}%"
GAP = "差距 {gap}"
BEHIND_SCHEDULE = "落后 {gap} {unit}"
AHEAD_OF_SCHEDULE = "超前 {gap} {unit}"
PROVISIONAL = "暂，数据未最终核定"
YEAR_MONTH = "{year} 年 {month} 月"
BASE = "基期 {value}（{year}）"
OWNERS = "责任单位：{names}"
TARGET_SENTENCE = "目标原文"
ACTUAL_SENTENCE = "现状原文"
PLAN_PERIOD = "{start}–{end}"

# Indicator
FILTER_INDICATOR = "指标"
FILTER_REGIONS = "地区（可多选）"
INDICATOR_OPTION = "{name}（{unit}）· 目标 {targets} · 实际 {actuals}"
INDICATOR_OPTION_OWN = "{name}（{unit}）· {region} {doc} 号规划自有 · 目标 {targets} · 实际 {actuals}"
NO_UNIT = "无单位"
DEFINITION = "定义：{definition}"
INDICATOR_FACTS = "单位 {unit} · {direction} · {catalogued} · {comparable}"
CATALOGUED = "目录指标"
OWN_INDICATOR = "目录外，本规划自有指标"
COMPARABLE = "各地可比"
NOT_COMPARABLE = "各地不宜直接比较"
SHARED_AXIS = "各地用同一坐标"
CHART_HEADING = "目标与实际"
CHART_LEGEND = (
    "实心 ● 实际（最终）　浅心 ● 实际（初步、快报或规划自述）　小 × 同年别的来源　"
    "空心 △ 目标不低于　▽ 目标不高于　◇ 目标等于或约　方形 □ 多年合计，不与单年相连　"
    "实线只连相邻年份的实际，虚线连同一规划的目标"
)
CHART_EMPTY = "{region}：只有文字或未能折算的目标，没有可画的数值。见下表。"
CHART_UNIT = "单位：{unit}"
CHART_TITLE = "{region}"
NO_REGIONS = "请至少选一个地区。"
NO_ACTUALS = "实际值：缺"
NO_TARGET_VALUES = "目标：缺"
SOURCE_LIST = "数值与来源"
COLUMN_KIND = "类别"
COLUMN_YEAR = "年份"
COLUMN_VALUE = "数值"
COLUMN_STATE = "口径、状态"
COLUMN_WHERE = "来源"
COLUMN_PLACE = "出处"
PREFERRED = "采用"
NOT_PREFERRED = "备查"

# Plan text
FILTER_KIND = "语句"
FILTER_SECTION = "跳到章节"
SECTION_TOP = "全文开头"
TEXT_FACTS = "{issuer} · {number} · {date} · 全文 {chars} 字 · 语句 {statements} 条 · 任务 {measures} 项"
TEXT_LEGEND = "实线下划 = 目标；虚线下划 = 实际；粗框 = 选中的数值，浅底 = 它所在的句子。点任一数值看详情。"
STATEMENT_CARD = "选中的语句"
STATEMENT_HINT = "点原文里带下划线的数值，这里会显示它读成了什么。"
PLACE_CARD = "选中的位置"
PREVIOUS = "← 上一条"
NEXT = "下一条 →"
SAME_PLACE = "同一处数值还读出："
NOT_NUMERIC = "定性，无数值"
NO_TITLE = "题名未写明"
NO_DOCUMENT_NUMBER = "无文号"
STATEMENT_TABLE = "本规划的全部语句"
FIELD_QUOTE = "原句"
FIELD_VALUE = "数值（原文）"
FIELD_READ_AS = "读作"
FIELD_INDICATOR = "指标"
FIELD_LINK = "对上目录"
FIELD_REGION = "地区"
FIELD_PERIOD = "时间"
FIELD_KIND = "类别"
FIELD_MEASURE = "量的性质"
FIELD_DEPARTMENTS = "责任单位"
FIELD_SECTION = "章节"
FIELD_RULE = "读取规则"
FIELD_CONFIDENCE = "把握"
FIELD_SUSPECT = "存疑"
FIELD_REVIEW = "复核"
REVIEW_ACCEPTED = "已采纳"
REVIEW_CORRECTED = "已更正：{note}"
REVIEW_REJECTED = "已剔除，不进入数据"
REVIEW_BY = "{reason}（{who}，{day}）"
FIELD_PLACE = "字符位置"
FIELD_ID = "语句编号"
PLACE = "第 {start} 至 {end} 字"

# Quality
FRESHNESS = "新不新"
VERSION = "数据版本"
PUBLISHED_AT = "发布时间"
RUN_ID = "运行编号"
CODE_VERSION = "程序版本"
CHECKS = "检查"
CHECKS_SUMMARY = "共 {total} 项，通过 {passed} 项，未通过 {failed} 项（其中严重 {critical} 项）。"
CHECKS_NONE = "这次发布没有带检查结果。"
ONLY_FAILED = "只看未通过"
COLUMN_RESULT = "结果"
PASSED = "✔ 通过"
FAILED = "✘ 未通过"
COLUMN_CHECK = "检查项"
COLUMN_SEVERITY = "级别"
COLUMN_TABLE = "表、列"
COLUMN_COUNTS = "不符 / 检查"
COLUMN_SAMPLE = "不符样例"
READING = "读取情况"
COLUMN_STATEMENTS = "语句"
COLUMN_CATALOGUED = "对上目录"
COLUMN_NO_VALUE = "无数值"
COLUMN_SUSPECT = "存疑"
COLUMN_UNRESOLVED = "未能折算"
COLUMN_DISPUTED = "自相矛盾"
COLUMN_FINDINGS = "问题"
NUMBERS = "数字去向"
NUMBERS_HELP = (
    "正文里的每一个数字都有去向：读成了指标表述，或属于下列哪一类；没有去向的列在“未归类”。各类相加等于数字总数。"
)
COLUMN_NUMBERS = "数字"
COLUMN_AS_STATEMENT = "指标表述"
COLUMN_OTHER_USES = "其他各类"
COLUMN_UNREAD = "未归类"
USE_COUNT = "{name} {count}"
SHARE = "{pct}%"
UNREAD_NUMBERS = "未归类的数字"
UNREAD_NONE = "所有数字都有去向。"
COLUMN_NUMBER = "数字"
COLUMN_AROUND = "前后文"
REVIEW = "待复核的表述"
REVIEW_COUNTS = "待复核 {pending} 条；已采纳 {accepted} 条，已更正 {corrected} 条，已剔除 {rejected} 条。"
REVIEW_HELP = (
    "最可疑的在前。用命令 `planledger review accept|amend|reject 编号` 登记决定，下次运行后生效；"
    "更正过的数旁边仍写明原文。"
)
REVIEW_NONE = "没有待复核的表述。"
COLUMN_WHY = "疑点"
COLUMN_READING = "读作"
FINDINGS = "读取中发现的问题"
FINDINGS_NONE = "没有发现问题。"
FILTER_CODE = "问题代码"
CODE_OPTION = "{code}（{count}）"
COLUMN_CODE = "代码"
COLUMN_MESSAGE = "问题"
COLUMN_REMEDY = "怎么办"
COLUMN_INPUT = "文件"
UNLINKED = "没有对上目录的指标"
UNLINKED_HELP = "这些指标仍按本规划自有指标跟踪；把它们写进指标目录或别名表，才能跨地区比较，也才能对上统计数据。"
UNLINKED_NONE = "所有指标都对上了目录。"
COLUMN_TARGET_COUNT = "目标语句"
COLUMN_ACTUAL_COUNT = "实际语句"
INPUTS = "输入文件"
COLUMN_INPUT_KIND = "种类"
COLUMN_RECEIVED = "收到日期"
COLUMN_SIZE = "字节"
COLUMN_READABLE = "可读"
COLUMN_ORIGIN = "来历"

# Tasks and projects
TASKS_INTRO = "规划里的每项任务由谁负责、何时完成、清单里有哪些指标、成果和项目；点任何一项都能看到原文。"
FILTER_UNIT = "责任单位"
FILTER_SECTOR = "项目领域"
UNIT_OPTION = "{unit}（{count}）"
ITEM_KINDS = {"quantified": "量化指标", "deliverable": "成果", "project": "项目"}
ITEM_BY = "{text}（{year}年）"
METRIC_TASKS = "任务"
METRIC_TASKS_HELP = "规划中编号、且写有责任单位或清单的任务，一项算一个。"
METRIC_QUANTIFIED_HELP = "写在任务里的量化目标；发展目标和指标表中的目标见总览。"
METRIC_RESULTS_HELP = (
    "没有数字、但到期可以验收的成果：创成、建成、通过验收、编制完成等。方向性的提法（推动、加强）不算。"
)
METRIC_PROJECTS_HELP = "写出名称的项目，同一规划中一个项目只算一次；“一批重点项目”之类不算。"
METRIC_UNOWNED = "未写责任单位"
METRIC_UNOWNED_HELP = "原文没有写明责任单位的任务。"
METRIC_NO_ITEMS = "无清单的任务"
METRIC_NO_ITEMS_HELP = "有责任单位，但既没有量化指标，也没有可验收成果和项目的任务，难以督办。"
TASK_TABLE = "任务清单"
RESULT_TABLE = "可验收的成果"
PROJECT_TABLE = "项目"
NO_TASKS = "这个范围内没有编号的任务。"
NO_RESULTS = "这个范围内没有可验收的成果。"
NO_PROJECTS = "这个范围内没有写出名称的项目。"
COLUMN_TASK = "任务"
COLUMN_UNITS = "责任单位"
COLUMN_DEADLINE = "时限"
COLUMN_RESULT_TEXT = "成果"
COLUMN_PROJECT = "项目"
COLUMN_SECTOR = "领域"
COLUMN_STAGE = "阶段"
COLUMN_INVESTMENT = "投资"
COLUMN_SCALE = "建设内容及规模"
COLUMN_YEARS = "年限"
COLUMN_PROJECT_PLACE = "地点"
LEAD = "牵头：{units}"
KIND_UNTOLD = "未写明"
UNIT_100M = "亿元"
YEAR_SPAN = "{start}–{end} 年"
PROJECTS_HELP = "共 {count} 个项目，其中 {stated} 个写明了投资。缺的是原文没有写，不是零。"
STAGES = {
    "proposed": "谋划",
    "prepared": "前期",
    "new": "新建",
    "continued": "续建",
    "pursued": "推进",
    "completed": "建成",
}

SUBMISSIONS_INTRO = "各部门每月报送的情况：是否按时、是否退回、哪些数因有错误没有采用。缺报的列出催报的时间。"
NO_SUBMISSIONS = (
    "还没有收到部门报送。用 planledger template 生成报送表发给部门，收到后用 planledger submit 接收，再运行 make run。"
)
FILTER_MONTH = "报告期"
MONTH_OPTION = "{year}年{month}月"
METRIC_DUE = "报送截止"
UNITS_COUNTED = "{count:,} 个"
SUBMISSION_STATES = {
    "in_time": "按时报送",
    "late": "迟报",
    "returned": "已退回",
    "withdrawn": "已撤回",
    "missing": "未报",
}
SUBMISSION_TABLE = "各部门报送情况"
SUBMISSION_FINDINGS = "检查结果"
NO_SUBMISSION_FINDINGS = "这个月的报送没有错误和提醒。"
COLUMN_DEPARTMENT = "单位"
COLUMN_SUBMISSION_STATE = "情况"
COLUMN_RECEIVED = "最近一次收到"
COLUMN_LATE = "迟报"
COLUMN_VERSIONS = "报送次数"
COLUMN_ANSWERED = "已填 / 应填（项）"
COLUMN_HELD = "未采用 / 报送（个数）"
COLUMN_SCORE = "质量得分（满分 10 分）"
COLUMN_REMINDER = "催报"
COLUMN_CELL = "位置"
IN_TIME = "未迟"
LATE_DAYS = "{days} 个工作日"
RETURNED_TIMES = "（退回 {count} 次）"
VERSION_OF = "第 {version} 次：{file}"
WHOLE_FILE = "全文件"

# Access
SIGN_IN = "登录"
SIGN_IN_WITH = "用 {name} 登录"
SIGN_OUT = "退出"
SIGN_IN_NEEDED = "请先登录。"
SIGNED_IN = "已登录：{name}　·　只显示：{shown}"
ACCESS_ALL = "不限，全部数据"
ACCESS_UNKNOWN_TITLE = "没有查看权限"
ACCESS_UNKNOWN = "已用 {name} 登录，但权限名单里没有这个人。需要查看的，请联系：{contact}"
ACCESS_NO_CONTACT = "看板的管理员"
ACCESS_MISCONFIGURED_TITLE = "登录或权限没有配置好，暂时谁也不能查看"
ACCESS_BROKEN = "权限名单 {path}{line}：{reason}。改好保存后刷新本页"
ACCESS_LINE = " 第 {line} 行"
ACCESS_NO_RULES = "没有权限名单 {path}。请按 docs/access.md 写好，再刷新本页"
ACCESS_UNREADABLE = "权限名单 {path} 读不了：{reason}。请检查文件权限和编码（UTF-8）"
ACCESS_SECRETS = "登录配置的 [auth] 中：{missing}。改好后重新启动看板"
ACCESS_SECRETS_UNKNOWN = "登录配置 {path} 没有交给看板。请用 planledger dashboard（或 make dashboard）启动"
ACCESS_WITHOUT_SIGN_IN = (
    "有权限名单 {path}，但没有配置登录，无法知道谁在查看。请按 docs/access.md 配置登录；"
    "确实不需要登录的，用 planledger dashboard --without-login 启动"
)
ACCESS_OPEN_ADDRESS = (
    "没有配置登录，看板却开在 {address} 上，网络上的人都能打开。请按 docs/access.md 配置登录，"
    "或用 planledger dashboard 只对本机打开"
)
ACCESS_NO_RULE = "还没有规定谁能看表 {table}"
