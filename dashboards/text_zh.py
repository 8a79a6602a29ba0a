"""Every word of the dashboard in Chinese, in one place, so that another language is another module of this shape."""

from __future__ import annotations

from pipelines import terms  # words that documents and the command line use too

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
PAGE_RANKING = "晾晒"
PAGE_SUPERVISION = "预警督办"
PAGE_DEPARTMENT = "部门"
PAGE_DOWNLOADS = "数据下载"
PAGES = {
    "overview": PAGE_OVERVIEW,
    "indicator": PAGE_INDICATOR,
    "ranking": PAGE_RANKING,
    "supervision": PAGE_SUPERVISION,
    "tasks": PAGE_TASKS,
    "department": PAGE_DEPARTMENT,
    "submissions": PAGE_SUBMISSIONS,
    "text": PAGE_TEXT,
    "quality": PAGE_QUALITY,
    "downloads": PAGE_DOWNLOADS,
}

MISSING = "缺"
JOINER = "、"
NOT_STATED = "未写明"
YEAR_UNKNOWN = "年份未写明"
YEAR = "{year} 年"
FILE_LINE = "{path} 第 {line} 行"
UNKNOWN_CODE = "？ {code}"
ALL = "全部"
BEIJING_TIME = "{time}（北京时间）"
YES = "是"
NO = "否"

COMPARATORS = terms.COMPARATORS
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

# Overview
OVERVIEW_INTRO = "规划里写下的目标，与能找到的实际值逐条对照。缺的写“缺”，不当作零。"
FILTER_REGION = "地区"
FILTER_PLAN = "规划"
FILTER_STATUS = "状态"
FILTER_PERIOD = "时点"
PERIOD_NOW = "当前"
CLASSES = {"约束性": "约束性", "预期性": "预期性", "": "未注明"}
COLUMN_CLASS = "指标类别"
CLASSES_HELP = (
    "规划 × 地区 × 指标 × 年份，各算一个目标。约束性与预期性分开计，不相加。没有灯的：未报、未到期、未设目标、待定。"
    "“有过实际值”指任一年份有数，可以看出走势，不一定是目标年份的数。"
)
FOCUS_BEHIND = "落后的目标"
FOCUS_HELP = "只列在执行的规划；已由后续规划总结的上一期目标见下面的全部目标。"
FOCUS_BEHIND_NONE = "这个范围内没有落后的目标。没有数的不算落后，见下表的“未报”。"
FOCUS_WORSE = "比上期转差"
FOCUS_WORSE_NONE = "没有灯色转差的目标。"
FOCUS_DUE = "今年到期、尚未完成"
FOCUS_DUE_NONE = "今年没有到期而未完成的目标。"
FOCUS_MORE = "只列前 {limit} 个，其余见下面的全部目标。"
FRESH_AND_COMPLETE = "数据新不新、全不全"
NO_REPORTS_YET = "还没有部门报送；现有数来自统计公报、年鉴和规划本身。"
FRESHNESS_LINE = (
    "最近一个报告期 {month}：应报 {asked} 个单位，已收到 {received} 个（{share}%），截止 {due}；"
    "报来 {figures} 个数，其中 {held} 个因有错误没有采用。"
)
COLUMN_OWNER = "责任单位"
COLUMN_SINCE = "何时起"
FILTER_BINDING = "只看约束性指标"
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
DISPUTED = "原文多处不一致"
CORRECTED = "已更正（原文 {text}）"
COMPLETION = "完成度 {pct}%"
GAP = "差距 {gap}"
BEHIND_SCHEDULE = "落后 {gap} {unit}"
AHEAD_OF_SCHEDULE = "超前 {gap} {unit}"
PROVISIONAL = "暂，数据未最终核定"
YEAR_MONTH = "{year} 年 {month} 月"
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
    "实线只连相邻年份的实际，虚线连同一规划的目标，细点线是逐年应达到的值（里程碑）"
)
CHART_EMPTY = "{region}：只有文字或未能折算的目标，没有可画的数值。见下表。"
NO_REGIONS = "请至少选一个地区。"
NO_ACTUALS = "实际值：缺"
NO_TARGET_VALUES = "目标：缺"
SOURCE_LIST = "数值与来源"
VERDICTS = "评价与算式"
VERDICTS_HELP = "每个目标现在的评价：基期、按里程碑此时应达到的值、实际值，以及怎样算出状态。预计按目前速度推到目标年。"
COLUMN_BASE = "基期"
COLUMN_NEEDED = "此时应达到"
COLUMN_WORKING = "算式"
COLUMN_FORECAST = "按目前速度"
KNOWN_PART = "已知 {known} / {needed} 年，合计 {value}"
FORECAST_MEETS = "预计 {value}，能完成"
FORECAST_MISSES = "预计 {value}，完不成"
FORECAST_RANGE = "（{low}–{high}）"
VERSIONS = "各月的数与被替换的数"
VERSIONS_HELP = "月度数，以及后来有更正或更终的数替换的旧值；旧值保留，可查何时得知、何时被替换。"
COLUMN_KNOWN_ON = "得知日期"
COLUMN_UNTIL = "替换日期"
STILL_STANDS = "现行"
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
CONFLICTS = "不一致的数"
CONFLICTS_HELP = "正文与表格、前后两处、两份规划或上下级之间对不上的数。是否更正由人决定，这里只列出两处原文。"
NO_CONFLICTS = "没有发现对不上的数。"
CONFLICT_SEVERITIES = {"contradiction": "矛盾", "disagreement": "不一致", "change": "变动"}
COLUMN_SENTENCE_A = "甲句"
COLUMN_SENTENCE_B = "乙句"
COLUMN_EXPLANATION = "哪里对不上"
COLUMN_LIKELIER = "更可能"
FIELD_QUOTE = "原句"
FIELD_VALUE = "数值（原文）"
FIELD_READ_AS = "读作"
FIELD_INDICATOR = "指标"
FIELD_REGION = "地区"
FIELD_PERIOD = "时间"
FIELD_KIND = "类别"
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
COLUMN_LAST_RECEIVED = "最近一次收到"
COLUMN_LATE = "迟报"
COLUMN_VERSIONS = "报送次数"
COLUMN_ANSWERED = "已填 / 应填（项）"
COLUMN_HELD = "未采用 / 报送（个数）"
COLUMN_SCORE = "质量得分（满分 10 分）"
COLUMN_REMINDER = "催报"
COLUMN_CELL = "位置"
IN_TIME = "未迟"
LATE_DAYS = "{days} 个工作日"
MONTH_DAY = "{month}月{day}日"
VERSION_COUNT = "{count} 次{returned}"
STEP_JOINER = "，"
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

# Ranking
RANKING_INTRO = "同级地区之间、各地可比的指标才排位；缺数不排位，同值并列，只有一个地区有数的不排位。"
NO_RANKING = "还没有可以排位的数：至少要有两个同级地区的同一可比指标。"
NO_SCORES = "这个范围内没有综合得分。"
FILTER_GROUP = "比较范围"
FILTER_METHOD = "计分方法"
LEVELS = {"province": "省", "prefecture": "设区市", "county": "县（市、区）", "township": "乡镇（街道）"}
RANKED_WITHIN = "{region}所辖{level}"
RANKED_LEVEL = "全部{level}"
RANKING_SCORES = "综合得分与位次"
RANKING_HELP = (
    "得分是各项指标得分的平均，指标按“有数 / 参评”列出；约束性、预期性分开计分。"
    "位次变化只在前后两期参评地区和指标相同时给出。"
)
RANKING_HEAT = "地区 × 指标 位次"
RANKING_HEAT_HELP = "格内是位次，颜色越深越靠前，空白为缺数。列出有数地区最多的 {shown} 项，共 {count} 项可比。"
RANKING_ONE = "单项指标"
COLUMN_RANK = "位次"
COLUMN_RANK_SCORE = "得分"
COLUMN_RANK_CHANGE = "位次变化"
COLUMN_COVERED = "有数 / 参评（项）"
COLUMN_NOTE = "说明"
NAME_AND_UNIT = "{name}（{unit}）"
TIED = "{rank} 并列"
RANK_SAME = "持平"
RANK_UP = "↑ {places} 位"
RANK_DOWN = "↓ {places} 位"
UNIT_POINTS = "分"
TILE_HELP = "示意图：每格一个县（市、区），按大致方位排列，不是行政区划图。格内是位次，“缺”为没有数。"

# Supervision
SUPERVISION_INTRO = "亮红灯、比上期转差、照目前速度到期完不成、应报未报的，逐条列出：谁负责、多久了、怎么办的。"
NO_WARNINGS = "这个范围内没有预警。"
FILTER_WARNING = "预警类别"
WARNING_KINDS = terms.WARNING_KINDS
WARNING_STATES = terms.WARNING_STATES
WITH_CLOSED = "含已销号、已消除"
METRIC_OPEN = "未销号"
METRIC_OVERDUE = "超过时限"
COLUMN_WARNING = "类别"
COLUMN_AGE = "已持续"
COLUMN_ANSWER_DUE = "答复时限"
COLUMN_HANDLING = "办理"
DAYS = "{days} 天"
SINCE = "{day} 起"
OVERDUE = "已超时限"
LAST_EVENT = "{day} {who}：{reason}"
HOW_TO_ANSWER = "怎样登记答复、延期、销号"
ANSWER_COMMANDS = (
    "用命令登记，下次运行后生效，登记过的都保留：\n\n```\n"
    "planledger supervise answer 编号 --who 姓名 --reason 说明\n"
    "planledger supervise extend 编号 --who 姓名 --reason 说明 --until 2026-12-31\n"
    "planledger supervise close  编号 --who 姓名 --reason 说明\n```"
)

# Department
DEPARTMENT_INTRO = "一个单位要做什么、做得怎样、报得怎样。多个单位共同负责的目标，各单位都列。"
NO_DEPARTMENTS = "规划里没有写明责任单位，也没有部门报送。"
FILTER_DEPARTMENT = "单位"
DEPARTMENT_OPTION = "{name}（目标 {count}）"
DEPARTMENT_TARGETS = "负责的目标"
DEPARTMENT_MONTHS = "历月报送"
DEPARTMENT_WORDS = "最近一期报送的文字"
NO_DEPARTMENT_MONTHS = "还没有这个单位的报送。"
NO_DEPARTMENT_WORDS = "最近没有报送文字说明。"
SCORE_COLUMNS = {
    "target": "目标数",
    "red": "■ 红灯",
    "yellow": "◆ 黄灯",
    "green": "● 绿灯",
    "achieved": "★ 已完成",
    "behind": "✘ 欠进度",
    "regressing": "▼ 倒退",
    "not_reported": "○ 未报",
    "shared": "与别的单位共担",
}
COLUMN_ITEM = "事项"
COLUMN_REPORTED = "最近报送的进展"
COLUMN_PROGRESS = "进展"
COLUMN_PROBLEM = "问题"
COLUMN_NEXT_STEP = "下一步"

# Downloads
DOWNLOADS_INTRO = "下载带单位和字段说明的表。地址里带着筛选条件，把链接发给别人，打开的就是同一张表。"
FILTER_DATASET = "数据表"
FILTER_FORMAT = "格式"
FORMATS = {"xlsx": "Excel 工作簿（xlsx）", "csv": "CSV 与字段说明（zip）", "parquet": "Parquet"}
DATASETS = {
    "verdicts": "目标与评价",
    "actuals": "实际值",
    "warnings": "预警与督办",
    "ranks": "单项指标位次",
    "submissions": "部门报送情况",
    "conflicts": "不一致的数",
    "projects": "重大项目",
}
PREPARE = "生成文件"
PREPARING = "正在生成 {name} …"
DOWNLOAD = "下载 {name}（{rows} 行）"
PREVIEW = "预览（前 {limit} 行，共 {rows} 行）"
TOO_MANY_ROWS = "这张表有 {rows} 行，Excel 文件最多放 {limit} 行。请缩小地区范围，或改用 CSV、Parquet。"
NO_ROWS = "这个范围内没有数据。"
SHEET_DATA = "数据"
SHEET_FIELDS = "字段说明"
FIELD_HEADINGS = ("字段", "名称", "说明")
ABOUT_FILE = "{title}；地区：{region}；数据版本 {version}，发布于 {published_at}"
EXAMPLE_FILE = "示例数据，不得引用；"
EXPORT_FIELDS = {
    "region_code": ("地区代码", "GB/T 2260 六位行政区划代码"),
    "region_name": ("地区", "行政区划名称"),
    "plan_title": ("规划", "规划标题"),
    "indicator_id": ("指标编号", "指标目录编号；目录外指标带规划编号"),
    "indicator_name": ("指标", "指标名称"),
    "attribute": ("类别", "约束性或预期性；空为原文未注明"),
    "year": ("年份", "数值所属年份"),
    "month": ("月份", "数值所属月份；空为全年"),
    "target_year": ("目标年", "目标所属年份"),
    "target_value": ("目标值", "单位见“单位”列；空为不能折算成数"),
    "target_value_text": ("目标原文", "原文写法"),
    "comparator": ("比较符", "ge 不低于，gt 高于，le 不高于，lt 低于，approx 约，eq 等于"),
    "actual_value": ("实际值", "评价所依据的实际值，单位见“单位”列；空为缺"),
    "value": ("数值", "单位见“单位”列；空为缺"),
    "unit_name": ("单位", "目标值、实际值、里程碑值的单位"),
    "milestone_value": ("应达到值", "按里程碑规则在评价时点应达到的值"),
    "milestone_rule": ("里程碑规则", "应达到值怎样算出"),
    "completion_pct": ("完成率", "%；实际值占目标值"),
    "schedule_gap_points": ("进度差", "正为超前，负为落后；单位见“进度差单位”"),
    "schedule_gap_unit": ("进度差单位", "百分点或指标单位"),
    "status": (
        "状态",
        "achieved 已完成，ahead 超进度，on_track 达进度，behind 欠进度，regressing 倒退，"
        "not_due 未到期，not_reported 未报，no_target 未设目标，undetermined 待定",
    ),
    "light": ("灯", "red 红，yellow 黄，green 绿；空为无灯"),
    "is_provisional": ("暂定", "所依据的数是初步数、快报数或预计数"),
    "status_reason": ("状态说明", "为什么是这个状态"),
    "working": ("算式", "评价的计算过程"),
    "departments": ("责任单位", "原文写明的责任单位"),
    "quote": ("原句", "规划原文"),
    "statement_id": ("语句编号", "可在“计划原文”打开"),
    "maturity": ("数据状态", "final 最终，preliminary 初步核算，flash 快报，estimate 预计，stated_in_plan 规划自述"),
    "source_kind": ("来源类别", "statistics 统计，plan 规划，submission 部门报送"),
    "source_title": ("来源", "公报、年鉴或报送表"),
    "source": ("来源地址", "网址或文件内的位置"),
    "recorded_at": ("得知日期", "何时起可以得知"),
    "is_preferred": ("采用", "同一时期多个来源时采用的一个"),
    "warning_id": ("预警编号", "登记答复时使用"),
    "warning_kind": ("预警类别", "red 红灯，worse 转差，forecast_miss 预计完不成，not_reported 未报"),
    "state": ("办理状态", "raised 已预警，answered 已答复，extended 已延期，closed 已销号"),
    "is_open": ("未销号", "预警仍在且没有销号"),
    "raised_on": ("预警日期", "从哪天起"),
    "due_date": ("时限", "答复或报送的截止日"),
    "message": ("内容", "预警内容"),
    "rank": ("位次", "同级地区中的位次；空为不排位"),
    "compared_count": ("参评地区数", "有数的同级地区数"),
    "rank_change": ("位次变化", "正为上升；空为不能比较"),
    "no_rank_reason": ("不排位原因", ""),
    "period_kind": ("时期", "year 全年，month 月度累计，span 多年"),
    "department_name": ("单位名称", "报送单位"),
    "report_month": ("报告期", "报告所属月份的第一天"),
    "submission_status": ("报送情况", "in_time 按时，late 迟报，returned 已退回，withdrawn 已撤回，missing 未报"),
    "late_days": ("迟报", "工作日"),
    "figure_count": ("报送数", "个"),
    "quarantined_count": ("未采用数", "个；有错误没有采用"),
    "quality_score": ("质量得分", "分，满分 10"),
    "conflict_kind": ("不一致类别", "按规则分类，见 docs/assessment.md"),
    "severity": ("程度", "contradiction 矛盾，disagreement 不一致，change 变动"),
    "value_a": ("甲数", "单位见“单位”列"),
    "quote_a": ("甲句", "规划原文"),
    "value_b": ("乙数", "单位见“单位”列"),
    "quote_b": ("乙句", "规划原文"),
    "explanation": ("说明", "两个数为什么不一致"),
    "project_name": ("项目", "项目名称"),
    "stage": ("阶段", "谋划、前期、新建、续建、建成"),
    "investment_100m_cny": ("投资", "亿元；空为原文没有写"),
    "start_year": ("起始年", ""),
    "end_year": ("截止年", ""),
}
