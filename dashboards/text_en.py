"""Every word of the dashboard in English; the same names as `text_zh`."""

from __future__ import annotations

APP_TITLE = "Planledger"
OTHER_LANGUAGE = "中文"
EXAMPLE = "Example data"
EXAMPLE_BANNER = (
    "Example data: the departments' submissions were generated at random by a program and are not real submissions "
    "of any department. Nothing on this page may be quoted."
)
EXAMPLE_TITLE = "[Example data] {title}"
AS_OF_BANNER = "Past view: only what was known by {day}; these are not today's data."
AS_OF_TITLE = "[As of {day}] {title}"
PAGE_OVERVIEW = "Overview"
PAGE_INDICATOR = "Indicators"
PAGE_TEXT = "Plan text"
PAGE_QUALITY = "Data quality"
PAGE_TASKS = "Tasks and projects"
PAGE_SUBMISSIONS = "Submissions"
PAGE_RANKING = "Ranking"
PAGE_SUPERVISION = "Warnings"
PAGE_DEPARTMENT = "Department"
PAGE_DOWNLOADS = "Downloads"
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

MISSING = "n/a"
JOINER = ", "
NOT_STATED = "not stated"
YEAR_UNKNOWN = "year not stated"
YEAR = "{year}"
FILE_LINE = "{path} line {line}"
UNKNOWN_CODE = "? {code}"
ALL = "All"
BEIJING_TIME = "{time} (Beijing time)"
YES = "Yes"
NO = "No"

COMPARATORS = {"ge": "≥", "gt": ">", "le": "≤", "lt": "<", "approx": "about", "eq": ""}
PERIODS = {"by": "by the end of {year}", "in": "in {year}", "every": "every year, {span}", "over": "total, {span}"}
# The signs are those of `text_zh`, but for the one that is a Chinese character.
STATUSES = {
    "regressing": "▼ Regressing",
    "behind": "✘ Behind",
    "not_reported": "○ Not reported",
    "on_track": "✔ On track",
    "ahead": "▲ Ahead",
    "achieved": "★ Achieved",
    "not_due": "◷ Not due",
    "undetermined": "? Undetermined",
    "no_target": "¶ No target",
}
STATUS_HELP = {
    "regressing": "Worse than in the base period, or growth has turned from positive to negative.",
    "behind": "Below what the schedule requires; once the target year is over, the target was missed.",
    "not_reported": "Due, but neither submitted nor published; this is not zero, and does not mean not achieved.",
    "on_track": "Meets what the schedule requires.",
    "ahead": "Above what the schedule requires, by more than the set number of percentage points.",
    "achieved": "The target value is reached; one to be kept every year counts only at the end of the period.",
    "not_due": "The target year is still to come and there is no figure yet.",
    "undetermined": (
        "The target or the actual value is in doubt, is not a number or is still to be assigned, "
        "or the figure for the base period or an earlier year is lacking."
    ),
    "no_target": "The target is in words only, without a number.",
}
LIGHTS = {"green": "● Green", "yellow": "◆ Yellow", "red": "■ Red"}
MATURITIES = {
    "final": "final",
    "preliminary": "preliminary",
    "flash": "flash",
    "estimate": "estimate",
    "stated_in_plan": "stated in the plan",
    "unknown": "status not stated",
}
KINDS = {"target": "Target", "actual": "Actual"}
MEASURES = {"level": "level", "change": "change", "growth": "growth", "times": "multiple"}
LINKS = {
    "name": "matched to the catalogue by name",
    "alias": "matched to the catalogue by alias",
    "own": "not in the catalogue (the plan's own indicator)",
}
DIRECTIONS = {"higher": "higher is better", "lower": "lower is better", "keep": "keep steady", "range": "range"}
RESOLUTIONS = {
    "stated": "stated outright",
    "from_base": "worked out from the base",
    "kept_at_base": "kept at the base value",
    "follows_growth": "in line with economic growth",
    "waits": "to be assigned",
    "qualitative": "in words only",
    "unresolved": "could not be worked out",
}
SEVERITIES = {
    "error": "✘ Error",
    "warning": "! Warning",
    "info": "· Note",
}
CHECK_SEVERITIES = {"critical": "Critical: not published if failed", "warning": "Warning: for attention only"}
INPUT_KINDS = {
    "plan": "Plan texts",
    "statistics": "Statistics",
    "region_codes": "Administrative division codes",
    "supervision": "Supervision records",
    "corrections": "Corrections and reviews",
    "reference": "Reference material (kept only)",
}

# Help instead of a traceback
NO_WAREHOUSE_TITLE = "There are no data to show yet"
NO_WAREHOUSE = "No published data warehouse file was found:\n\n`{path}`"
NO_WAREHOUSE_REMEDY = (
    "Please run in the project directory:\n\n```\nmake run\n```\n\n"
    "It reads the plan texts and statistics in `raw/`, builds the warehouse, checks it and publishes it. "
    "Then reload this page.\n\n"
    "If the data are elsewhere, first set the environment variable `PLANLEDGER_HOME`, then start the dashboard."
)
UNREADABLE_TITLE = "The published file cannot be read"
UNREADABLE = "File: `{path}`\n\nReason: `{reason}`"
UNREADABLE_REMEDY = (
    "The file may be damaged, or was made by another version of the program. Please run `make run` again; "
    "if it succeeds it puts the new file in place, and otherwise the old file stays as it is."
)
EMPTY_TITLE = "There is no plan in the data warehouse yet"
EMPTY = "Put the plan texts into `raw/plans/`, then run `make run`."
BAD_PARAMETER = "`{name}={value}` in the link is not among the choices; “{used}” is shown instead."
BAD_STATEMENT = (
    "There is no statement numbered `{value}`: the link may have been copied wrongly, or the statements were "
    "renumbered when the text changed. Please choose again below."
)
BAD_SPAN = "The place `start={start}`, `end={end}` in the link is not within this text and was ignored."
BAD_STATEMENT_PLAN = "Statement `{statement}` is not in the plan named in the link; the plan it belongs to is shown."

FOOTER = "Data version {version} · published {published_at} · run {run_id}"
TABLE_FIND = "Find in the table"
TABLE_COUNT = "{count} rows"
TABLE_SHOWN = "{shown} of {count} rows shown"
TABLE_EMPTY = "No rows match"
TABLE_MORE = "Show {count} more rows"
TABLE_SORT = "Click a heading to sort"
ROW_LIMIT = "Only the first {limit} of {count} rows are listed. Please narrow the filters."
FIRST_ROWS = "Only the first {limit} rows are listed."
TO_TEXT = "See the text"
TO_INDICATOR = "See the indicator"

# Overview
OVERVIEW_INTRO = (
    "The targets written in the plans, each set against the actual value that can be found. "
    "What is missing is shown as “n/a” and is not taken as zero."
)
FILTER_REGION = "Region"
FILTER_PLAN = "Plan"
FILTER_STATUS = "State"
FILTER_PERIOD = "As of"
PERIOD_NOW = "Now"
CLASSES = {"约束性": "Binding", "预期性": "Anticipatory", "": "Not stated"}
COLUMN_CLASS = "Type of indicator"
CLASSES_HELP = (
    "Each plan × region × indicator × year counts as one target. Binding and anticipatory targets are counted "
    "separately and not added up. Without a light: not reported, not due, no target, undetermined. "
    "“Ever had an actual value” means there is a figure for some year, so that a trend can be seen; "
    "it need not be the target year."
)
FOCUS_BEHIND = "Targets behind"
FOCUS_HELP = (
    "Only plans now in force; targets of an earlier period that a later plan has summed up are under all targets below."
)
FOCUS_BEHIND_NONE = (
    "No target within this selection is behind. One without a figure does not count as behind; "
    "see “Not reported” in the table below."
)
FOCUS_WORSE = "Worse than last period"
FOCUS_WORSE_NONE = "No target's light has turned worse."
FOCUS_DUE = "Due this year, not yet achieved"
FOCUS_DUE_NONE = "No target due this year is still to be achieved."
FOCUS_MORE = "Only the first {limit} are listed; the others are under all targets below."
FRESH_AND_COMPLETE = "How fresh and complete the data are"
NO_REPORTS_YET = (
    "There are no submissions from departments yet; the figures so far come from statistical communiqués, "
    "yearbooks and the plans themselves."
)
FRESHNESS_LINE = (
    "Latest reporting period {month}: {asked} departments asked, {received} received ({share}%), due {due}; "
    "{figures} figures submitted, of which {held} were not used because of errors."
)
COLUMN_OWNER = "Responsible departments"
COLUMN_SINCE = "Since"
FILTER_BINDING = "Binding indicators only"
BY_PLAN = "By plan and region"
TARGET_TABLE = "Targets and where they stand"
STATUS_LEGEND = "How to read the states"
NO_TARGETS = "There are no targets within this selection."
COLUMN_REGION = "Region"
COLUMN_PLAN = "Plan"
COLUMN_PLAN_PERIOD = "Plan period"
COLUMN_TARGETS = "Targets"
COLUMN_KNOWN = "Ever had an actual value"
COLUMN_INDICATOR = "Indicator"
COLUMN_TARGET = "Target"
COLUMN_TARGET_PERIOD = "Target period"
COLUMN_NOW = "Latest value"
COLUMN_NOW_YEAR = "Year of latest value"
COLUMN_STATUS = "State"
COLUMN_SOURCE = "Source of latest value"
COLUMN_OPEN = "Text"
DISPUTED = "the text contradicts itself"
CORRECTED = "corrected (in the text: {text})"
COMPLETION = "{pct}% done"
GAP = "short by {gap}"
BEHIND_SCHEDULE = "behind by {gap} {unit}"
AHEAD_OF_SCHEDULE = "ahead by {gap} {unit}"
PROVISIONAL = "provisional, the data are not final"
YEAR_MONTH = "{month}/{year}"
TARGET_SENTENCE = "Target in the text"
ACTUAL_SENTENCE = "Latest value in the text"
PLAN_PERIOD = "{start}–{end}"

# Indicator
FILTER_INDICATOR = "Indicator"
FILTER_REGIONS = "Regions (one or more)"
INDICATOR_OPTION = "{name} ({unit}) · targets {targets} · actual {actuals}"
INDICATOR_OPTION_OWN = "{name} ({unit}) · own to plan {doc}, {region} · targets {targets} · actual {actuals}"
NO_UNIT = "no unit"
DEFINITION = "Definition: {definition}"
INDICATOR_FACTS = "Unit: {unit} · {direction} · {catalogued} · {comparable}"
CATALOGUED = "in the catalogue"
OWN_INDICATOR = "not in the catalogue, the plan's own indicator"
COMPARABLE = "comparable between regions"
NOT_COMPARABLE = "not for direct comparison between regions"
SHARED_AXIS = "Same axis for all regions"
CHART_HEADING = "Targets and actual values"
CHART_LEGEND = (
    "Solid ● actual (final) · Pale ● actual (preliminary, flash or stated in the plan) · "
    "Small × another source for the same year · "
    "Hollow △ target: at least · ▽ target: at most · ◇ target: equal to or about · "
    "Square □ total over several years, not joined to single years · "
    "A solid line joins actual values of adjacent years only, a dashed line the targets of one plan, "
    "and a fine dotted line shows what should be reached each year (milestones)"
)
CHART_EMPTY = (
    "{region}: only targets in words or that could not be worked out; there are no values to draw. See the table below."
)
NO_REGIONS = "Please choose at least one region."
NO_ACTUALS = "Actual values: n/a"
NO_TARGET_VALUES = "Targets: n/a"
SOURCE_LIST = "Values and sources"
VERDICTS = "Assessment and working"
VERDICTS_HELP = (
    "How each target stands now: the base, what the milestones require by now, the actual value, "
    "and how the state was worked out. The forecast carries the present pace on to the target year."
)
COLUMN_BASE = "Base"
COLUMN_NEEDED = "Required by now"
COLUMN_WORKING = "Working"
COLUMN_FORECAST = "At the present pace"
KNOWN_PART = "{known} of {needed} years known, {value} in total"
FORECAST_MEETS = "forecast {value}, will be met"
FORECAST_MISSES = "forecast {value}, will be missed"
FORECAST_RANGE = " ({low}–{high})"
VERSIONS = "Monthly and replaced figures"
VERSIONS_HELP = (
    "Monthly figures, and old values since replaced by a corrected or more final figure; "
    "the old ones are kept, with when they became known and when they were replaced."
)
COLUMN_KNOWN_ON = "Known on"
COLUMN_UNTIL = "Replaced on"
STILL_STANDS = "in force"
COLUMN_KIND = "Kind"
COLUMN_YEAR = "Year"
COLUMN_VALUE = "Value"
COLUMN_STATE = "Basis and status"
COLUMN_WHERE = "Source"
COLUMN_PLACE = "Place"
PREFERRED = "used"
NOT_PREFERRED = "for reference"

# Plan text
FILTER_KIND = "Statements"
FILTER_SECTION = "Go to section"
SECTION_TOP = "Beginning of the text"
TEXT_FACTS = "{issuer} · {number} · {date} · {chars} characters · {statements} statements · {measures} tasks"
TEXT_LEGEND = (
    "Solid underline = target; dashed underline = actual; thick frame = the chosen value, on the pale ground of "
    "its sentence. Click any value for details."
)
STATEMENT_CARD = "Chosen statement"
STATEMENT_HINT = "Click an underlined value in the text to see here how it was read."
PLACE_CARD = "Chosen place"
PREVIOUS = "← Previous"
NEXT = "Next →"
SAME_PLACE = "Also read from the same place:"
NOT_NUMERIC = "in words, no value"
NO_TITLE = "title not stated"
NO_DOCUMENT_NUMBER = "no document number"
STATEMENT_TABLE = "All statements of this plan"
CONFLICTS = "Conflicting figures"
CONFLICTS_HELP = (
    "Figures that do not agree between text and table, between two places, between two plans or between levels of "
    "government. People decide whether to correct them; here both passages are only listed."
)
NO_CONFLICTS = "No conflicting figures were found."
CONFLICT_SEVERITIES = {"contradiction": "Contradiction", "disagreement": "Disagreement", "change": "Change"}
COLUMN_SENTENCE_A = "Sentence A"
COLUMN_SENTENCE_B = "Sentence B"
COLUMN_EXPLANATION = "What does not agree"
COLUMN_LIKELIER = "More likely"
FIELD_QUOTE = "Sentence"
FIELD_VALUE = "Value (as written)"
FIELD_READ_AS = "Read as"
FIELD_INDICATOR = "Indicator"
FIELD_REGION = "Region"
FIELD_PERIOD = "Period"
FIELD_KIND = "Kind"
FIELD_DEPARTMENTS = "Responsible departments"
FIELD_SECTION = "Section"
FIELD_RULE = "Reading rule"
FIELD_CONFIDENCE = "Confidence"
FIELD_SUSPECT = "Doubt"
FIELD_REVIEW = "Review"
REVIEW_ACCEPTED = "accepted"
REVIEW_CORRECTED = "corrected: {note}"
REVIEW_REJECTED = "rejected, not in the data"
REVIEW_BY = "{reason} ({who}, {day})"
FIELD_PLACE = "Position"
FIELD_ID = "Statement number"
PLACE = "characters {start} to {end}"

# Quality
VERSION = "Data version"
PUBLISHED_AT = "Published"
RUN_ID = "Run number"
CODE_VERSION = "Program version"
CHECKS = "Checks"
CHECKS_SUMMARY = "{total} checks: {passed} passed, {failed} failed ({critical} of them critical)."
CHECKS_NONE = "This publication came without check results."
ONLY_FAILED = "Failed only"
COLUMN_RESULT = "Result"
PASSED = "✔ Passed"
FAILED = "✘ Failed"
COLUMN_CHECK = "Check"
COLUMN_SEVERITY = "Severity"
COLUMN_TABLE = "Table, column"
COLUMN_COUNTS = "Failing / checked"
COLUMN_SAMPLE = "Failing examples"
READING = "How the plans were read"
COLUMN_STATEMENTS = "Statements"
COLUMN_CATALOGUED = "In the catalogue"
COLUMN_NO_VALUE = "No value"
COLUMN_SUSPECT = "In doubt"
COLUMN_UNRESOLVED = "Not worked out"
COLUMN_DISPUTED = "Self-contradictory"
COLUMN_FINDINGS = "Problems"
NUMBERS = "Where the numbers went"
NUMBERS_HELP = (
    "Every number in the text is accounted for: it was read as an indicator statement or belongs to one of the kinds "
    "below; the rest are under “Unclassified”. The kinds add up to all numbers."
)
COLUMN_NUMBERS = "Numbers"
COLUMN_AS_STATEMENT = "Indicator statements"
COLUMN_OTHER_USES = "Other kinds"
COLUMN_UNREAD = "Unclassified"
USE_COUNT = "{name} {count}"
SHARE = "{pct}%"
UNREAD_NUMBERS = "Unclassified numbers"
UNREAD_NONE = "Every number is accounted for."
COLUMN_NUMBER = "Number"
COLUMN_AROUND = "Context"
REVIEW = "Statements to review"
REVIEW_COUNTS = "{pending} to review; {accepted} accepted, {corrected} corrected, {rejected} rejected."
REVIEW_HELP = (
    "The most doubtful come first. Record a decision with `planledger review accept|amend|reject NUMBER`; "
    "it takes effect at the next run. A corrected figure still has the original beside it."
)
REVIEW_NONE = "There are no statements to review."
COLUMN_WHY = "Doubt"
COLUMN_READING = "Read as"
FINDINGS = "Problems found in reading"
FINDINGS_NONE = "No problems were found."
FILTER_CODE = "Problem code"
CODE_OPTION = "{code} ({count})"
COLUMN_MESSAGE = "Problem"
COLUMN_REMEDY = "What to do"
COLUMN_INPUT = "File"
UNLINKED = "Indicators not in the catalogue"
UNLINKED_HELP = (
    "These are still tracked as the plan's own indicators; enter them in the indicator catalogue or the list of "
    "aliases to compare them between regions and match them to statistics."
)
UNLINKED_NONE = "All indicators are in the catalogue."
COLUMN_TARGET_COUNT = "Target statements"
COLUMN_ACTUAL_COUNT = "Actual statements"
INPUTS = "Input files"
COLUMN_INPUT_KIND = "Kind"
COLUMN_RECEIVED = "Received"
COLUMN_SIZE = "Bytes"
COLUMN_READABLE = "Readable"
COLUMN_ORIGIN = "Origin"

# Tasks and projects
TASKS_INTRO = (
    "Who is responsible for each task in the plans, by when, and which indicators, results and projects it lists; "
    "click any item to see the text."
)
FILTER_UNIT = "Responsible department"
FILTER_SECTOR = "Project sector"
UNIT_OPTION = "{unit} ({count})"
ITEM_KINDS = {"quantified": "Quantified targets", "deliverable": "Results", "project": "Projects"}
ITEM_BY = "{text} ({year})"
METRIC_TASKS = "Tasks"
METRIC_TASKS_HELP = "Numbered tasks in the plans with a responsible department or a list of items; each counts once."
METRIC_QUANTIFIED_HELP = (
    "Quantified targets written in tasks; those in the development goals and indicator tables are on the Overview."
)
METRIC_RESULTS_HELP = (
    "Results without a number that can be verified when due: designated, built, accepted, drawn up and so on. "
    "Statements of direction (promote, strengthen) do not count."
)
METRIC_PROJECTS_HELP = (
    "Projects mentioned by name, each counted once per plan; “a number of key projects” and the like do not count."
)
METRIC_UNOWNED = "No responsible department"
METRIC_UNOWNED_HELP = "Tasks for which the text states no responsible department."
METRIC_NO_ITEMS = "Tasks without items"
METRIC_NO_ITEMS_HELP = (
    "Tasks with a responsible department but without quantified targets, verifiable results or projects; "
    "hard to supervise."
)
TASK_TABLE = "List of tasks"
RESULT_TABLE = "Verifiable results"
PROJECT_TABLE = "Projects"
NO_TASKS = "There are no numbered tasks within this selection."
NO_RESULTS = "There are no verifiable results within this selection."
NO_PROJECTS = "There are no named projects within this selection."
COLUMN_TASK = "Task"
COLUMN_UNITS = "Responsible departments"
COLUMN_DEADLINE = "Deadline"
COLUMN_RESULT_TEXT = "Result"
COLUMN_PROJECT = "Project"
COLUMN_SECTOR = "Sector"
COLUMN_STAGE = "Stage"
COLUMN_INVESTMENT = "Investment"
COLUMN_SCALE = "Content and scale"
COLUMN_YEARS = "Years"
COLUMN_PROJECT_PLACE = "Place"
LEAD = "Lead: {units}"
KIND_UNTOLD = "not stated"
UNIT_100M = "× 100 million yuan"
YEAR_SPAN = "{start}–{end}"
PROJECTS_HELP = (
    "{count} projects, of which {stated} state an investment. What is missing is not in the text; it is not zero."
)
STAGES = {
    "proposed": "Proposed",
    "prepared": "In preparation",
    "new": "New",
    "continued": "Continued",
    "pursued": "Under way",
    "completed": "Completed",
}

SUBMISSIONS_INTRO = (
    "The departments' monthly submissions: whether in time, whether returned, and which figures were not used because "
    "of errors. For missing ones, when reminders are due."
)
NO_SUBMISSIONS = (
    "No submissions have been received yet. Make the forms with planledger template and send them to the departments, "
    "take in what comes back with planledger submit, then run make run."
)
FILTER_MONTH = "Reporting period"
MONTH_OPTION = "{month}/{year}"
METRIC_DUE = "Due date"
UNITS_COUNTED = "{count:,}"
SUBMISSION_STATES = {
    "in_time": "In time",
    "late": "Late",
    "returned": "Returned",
    "withdrawn": "Withdrawn",
    "missing": "Not reported",
}
SUBMISSION_TABLE = "Submissions by department"
SUBMISSION_FINDINGS = "Results of checks"
NO_SUBMISSION_FINDINGS = "This month's submissions have no errors or warnings."
COLUMN_DEPARTMENT = "Department"
COLUMN_SUBMISSION_STATE = "Status"
COLUMN_LAST_RECEIVED = "Last received"
COLUMN_LATE = "Late by"
COLUMN_VERSIONS = "Times submitted"
COLUMN_ANSWERED = "Filled in / required (items)"
COLUMN_HELD = "Not used / submitted (figures)"
COLUMN_SCORE = "Quality score (out of 10)"
COLUMN_REMINDER = "Reminders"
COLUMN_CELL = "Place"
IN_TIME = "not late"
LATE_DAYS = "{days} working days"
MONTH_DAY = "{day}/{month}"
VERSION_COUNT = "{count}{returned}"
STEP_JOINER = ", "
RETURNED_TIMES = " (returned {count} times)"
VERSION_OF = "No. {version}: {file}"
WHOLE_FILE = "whole file"

# Access
SIGN_IN = "Sign in"
SIGN_IN_WITH = "Sign in with {name}"
SIGN_OUT = "Sign out"
SIGN_IN_NEEDED = "Please sign in first."
SIGNED_IN = "Signed in: {name} · Shown only: {shown}"
ACCESS_ALL = "no limit, all data"
ACCESS_UNKNOWN_TITLE = "No permission to view"
ACCESS_UNKNOWN = "Signed in as {name}, who is not on the access list. If you need to view the data, contact: {contact}"
ACCESS_NO_CONTACT = "the administrator of the dashboard"
ACCESS_MISCONFIGURED_TITLE = "Sign-in or access is not set up properly; for now nobody can view the data"
ACCESS_BROKEN = "Access list {path}{line}: {reason}. Correct and save it, then reload this page"
ACCESS_LINE = " line {line}"
ACCESS_NO_RULES = "There is no access list {path}. Write it as docs/access.md says, then reload this page"
ACCESS_UNREADABLE = (
    "The access list {path} cannot be read: {reason}. Check the permissions and the encoding (UTF-8) of the file"
)
ACCESS_SECRETS = "In [auth] of the sign-in settings: {missing}. Correct this, then restart the dashboard"
ACCESS_SECRETS_UNKNOWN = (
    "The sign-in settings {path} were not passed to the dashboard. "
    "Start it with planledger dashboard (or make dashboard)"
)
ACCESS_WITHOUT_SIGN_IN = (
    "There is an access list {path} but sign-in is not set up, so it is unknown who is viewing. "
    "Set up sign-in as docs/access.md says; if none is needed, start with planledger dashboard --without-login"
)
ACCESS_OPEN_ADDRESS = (
    "Sign-in is not set up, yet the dashboard is open at {address}, where anybody on the network can see it. "
    "Set up sign-in as docs/access.md says, or use planledger dashboard to open it to this computer only"
)
ACCESS_NO_RULE = "It is not yet laid down who may see the table {table}"

# Ranking
RANKING_INTRO = (
    "Only indicators comparable between regions of the same level are ranked. A region without a figure has no rank, "
    "equal values share a rank, and nothing is ranked where only one region has a figure."
)
NO_RANKING = (
    "There is nothing to rank yet: it takes the same comparable indicator for at least two regions of the same level."
)
NO_SCORES = "There are no overall scores within this selection."
FILTER_GROUP = "Compared regions"
FILTER_METHOD = "Scoring method"
LEVELS = {
    "province": "provinces",
    "prefecture": "prefecture-level cities",
    "county": "counties (cities, districts)",
    "township": "townships (subdistricts)",
}
RANKED_WITHIN = "{region}: {level}"
RANKED_LEVEL = "All {level}"
RANKING_SCORES = "Overall scores and ranks"
RANKING_HELP = (
    "The score is the mean of the scores of the indicators, listed as “with figures / compared”; "
    "binding and anticipatory indicators are scored separately. A change of rank is given only where the compared "
    "regions and indicators are the same in both periods."
)
RANKING_HEAT = "Ranks by region and indicator"
RANKING_HEAT_HELP = (
    "Each cell has the rank; the darker, the higher; blank where the figure is missing. "
    "Shown are the {shown} indicators with figures for the most regions, of {count} comparable ones."
)
RANKING_ONE = "Single indicators"
COLUMN_RANK = "Rank"
COLUMN_RANK_SCORE = "Score"
COLUMN_RANK_CHANGE = "Change of rank"
COLUMN_COVERED = "With figures / compared (indicators)"
COLUMN_NOTE = "Note"
NAME_AND_UNIT = "{name} ({unit})"
TIED = "{rank} (tied)"
RANK_SAME = "unchanged"
RANK_UP = "↑ {places}"
RANK_DOWN = "↓ {places}"
UNIT_POINTS = "points"
TILE_HELP = (
    "A sketch: one tile for each county (city, district), placed roughly where it lies; not a map of administrative "
    "divisions. Each tile has the rank, or “n/a” where there is no figure."
)

# Supervision
SUPERVISION_INTRO = (
    "Every red light, every turn for the worse, every target that will be missed at the present pace and every "
    "missing report, one by one: who is responsible, for how long, and what has been done."
)
NO_WARNINGS = "There are no warnings within this selection."
FILTER_WARNING = "Kind of warning"
WARNING_KINDS = {
    "red": "Red light",
    "worse": "Turned worse",
    "forecast_miss": "Forecast to miss",
    "not_reported": "Not reported",
}
WARNING_STATES = {"raised": "Raised", "answered": "Answered", "extended": "Extended", "closed": "Closed"}
WITH_CLOSED = "Include closed and lifted"
METRIC_OPEN = "Open"
METRIC_OVERDUE = "Overdue"
COLUMN_WARNING = "Kind"
COLUMN_AGE = "Lasting for"
COLUMN_ANSWER_DUE = "Answer due"
COLUMN_HANDLING = "Handling"
DAYS = "{days} days"
SINCE = "since {day}"
OVERDUE = "overdue"
LAST_EVENT = "{day} {who}: {reason}"
HOW_TO_ANSWER = "How to record an answer, an extension or a closure"
ANSWER_COMMANDS = (
    "Record them with these commands; they take effect at the next run, and all that was recorded is kept:\n\n```\n"
    "planledger supervise answer NUMBER --who NAME --reason TEXT\n"
    "planledger supervise extend NUMBER --who NAME --reason TEXT --until 2026-12-31\n"
    "planledger supervise close  NUMBER --who NAME --reason TEXT\n```"
)

# Department
DEPARTMENT_INTRO = (
    "What a department has to do, how it is doing and how it reports. "
    "A target shared by several departments is listed for each of them."
)
NO_DEPARTMENTS = "The plans state no responsible departments, and there are no submissions from departments."
FILTER_DEPARTMENT = "Department"
DEPARTMENT_OPTION = "{name} (targets: {count})"
DEPARTMENT_TARGETS = "Targets it is responsible for"
DEPARTMENT_MONTHS = "Submissions by month"
DEPARTMENT_WORDS = "Words of the latest submission"
NO_DEPARTMENT_MONTHS = "There are no submissions from this department yet."
NO_DEPARTMENT_WORDS = "No words were submitted lately."
SCORE_COLUMNS = {
    "target": "Targets",
    "red": "■ Red",
    "yellow": "◆ Yellow",
    "green": "● Green",
    "achieved": "★ Achieved",
    "behind": "✘ Behind",
    "regressing": "▼ Regressing",
    "not_reported": "○ Not reported",
    "shared": "Shared with others",
}
COLUMN_ITEM = "Item"
COLUMN_REPORTED = "Last reported progress"
COLUMN_PROGRESS = "Progress"
COLUMN_PROBLEM = "Problem"
COLUMN_NEXT_STEP = "Next step"

# Downloads
DOWNLOADS_INTRO = (
    "Download tables with their units and an explanation of the fields. The address holds the filters: "
    "whoever opens the link sees the same table."
)
FILTER_DATASET = "Table"
FILTER_FORMAT = "Format"
FORMATS = {"xlsx": "Excel workbook (xlsx)", "csv": "CSV with field explanations (zip)", "parquet": "Parquet"}
DATASETS = {
    "verdicts": "Targets and assessments",
    "actuals": "Actual values",
    "warnings": "Warnings and supervision",
    "ranks": "Ranks by indicator",
    "submissions": "Submissions by department",
    "conflicts": "Conflicting figures",
    "projects": "Major projects",
}
PREPARE = "Make the file"
PREPARING = "Making {name} …"
DOWNLOAD = "Download {name} ({rows} rows)"
PREVIEW = "Preview (first {limit} of {rows} rows)"
TOO_MANY_ROWS = (
    "This table has {rows} rows; an Excel file holds {limit} at most. Choose a smaller region, or CSV or Parquet."
)
NO_ROWS = "There are no data within this selection."
SHEET_DATA = "Data"
SHEET_FIELDS = "Fields"
FIELD_HEADINGS = ("Field", "Name", "Meaning")
ABOUT_FILE = "{title}; region: {region}; data version {version}, published {published_at}"
EXAMPLE_FILE = "Example data, not to be quoted; "
EXPORT_FIELDS = {
    "region_code": ("Region code", "Six-digit administrative division code of GB/T 2260"),
    "region_name": ("Region", "Name of the administrative division"),
    "plan_title": ("Plan", "Title of the plan"),
    "indicator_id": (
        "Indicator number",
        "Number in the indicator catalogue; with the plan's number if not in the catalogue",
    ),
    "indicator_name": ("Indicator", "Name of the indicator"),
    "attribute": ("Type", "Binding or anticipatory, in Chinese; empty if not stated in the text"),
    "year": ("Year", "Year of the value"),
    "month": ("Month", "Month of the value; empty for the whole year"),
    "target_year": ("Target year", "Year of the target"),
    "target_value": ("Target value", "Unit in the column “Unit”; empty if it cannot be worked out as a number"),
    "target_value_text": ("Target as written", "As the text has it"),
    "comparator": ("Comparator", "ge at least, gt more than, le at most, lt less than, approx about, eq equal to"),
    "actual_value": ("Actual value", "The value assessed; unit in the column “Unit”; empty if missing"),
    "value": ("Value", "Unit in the column “Unit”; empty if missing"),
    "unit_name": ("Unit", "Unit of the target, actual and milestone values"),
    "milestone_value": ("Required value", "What the milestone rule requires at the time of assessment"),
    "milestone_rule": ("Milestone rule", "How the required value is worked out"),
    "completion_pct": ("Completion", "%; the actual value as a share of the target value"),
    "schedule_gap_points": (
        "Gap to schedule",
        "Positive: ahead, negative: behind; unit in the column “Unit of gap to schedule”",
    ),
    "schedule_gap_unit": ("Unit of gap to schedule", "Percentage points or the unit of the indicator"),
    "status": (
        "State",
        "achieved, ahead, on_track on track, behind, regressing, not_due not due, not_reported not reported, "
        "no_target no target, undetermined",
    ),
    "light": ("Light", "red, yellow, green; empty for no light"),
    "is_provisional": ("Provisional", "Rests on a preliminary, flash or estimated figure"),
    "status_reason": ("Reason for the state", "Why this is the state"),
    "working": ("Working", "How the assessment was worked out"),
    "departments": ("Responsible departments", "Responsible departments stated in the text"),
    "quote": ("Sentence", "Text of the plan"),
    "statement_id": ("Statement number", "Can be opened under “Plan text”"),
    "maturity": ("Data status", "final, preliminary, flash, estimate, stated_in_plan stated in the plan"),
    "source_kind": ("Kind of source", "statistics, plan, submission by a department"),
    "source_title": ("Source", "Communiqué, yearbook or submitted form"),
    "source": ("Address of source", "Web address or place in the file"),
    "recorded_at": ("Known on", "Since when it could be known"),
    "is_preferred": ("Used", "The one used where there are several sources for the same period"),
    "warning_id": ("Warning number", "For recording an answer"),
    "warning_kind": (
        "Kind of warning",
        "red red light, worse turned worse, forecast_miss forecast to miss, not_reported not reported",
    ),
    "state": ("State of handling", "raised, answered, extended, closed"),
    "is_open": ("Open", "The warning stands and has not been closed"),
    "raised_on": ("Warning date", "Since which day"),
    "due_date": ("Due date", "Last day for the answer or submission"),
    "message": ("Content", "What the warning says"),
    "rank": ("Rank", "Rank among regions of the same level; empty if not ranked"),
    "compared_count": ("Regions compared", "Regions of the same level that have a figure"),
    "rank_change": ("Change of rank", "Positive: up; empty if it cannot be compared"),
    "no_rank_reason": ("Reason for no rank", ""),
    "period_kind": ("Period", "year whole year, month from January to the month, span several years"),
    "department_name": ("Department", "The submitting department"),
    "report_month": ("Reporting period", "First day of the month of the report"),
    "submission_status": ("Submission status", "in_time in time, late, returned, withdrawn, missing not reported"),
    "late_days": ("Late by", "Working days"),
    "figure_count": ("Figures submitted", "Count"),
    "quarantined_count": ("Figures not used", "Count; not used because of errors"),
    "quality_score": ("Quality score", "Points out of 10"),
    "conflict_kind": ("Kind of conflict", "By rule, see docs/assessment.md"),
    "severity": ("Severity", "contradiction, disagreement, change"),
    "value_a": ("Figure A", "Unit in the column “Unit”"),
    "quote_a": ("Sentence A", "Text of the plan"),
    "value_b": ("Figure B", "Unit in the column “Unit”"),
    "quote_b": ("Sentence B", "Text of the plan"),
    "explanation": ("Explanation", "Why the two figures conflict"),
    "project_name": ("Project", "Name of the project"),
    "stage": ("Stage", "Proposed, in preparation, new, continued, completed"),
    "investment_100m_cny": ("Investment", "100 million yuan; empty if not in the text"),
    "start_year": ("First year", ""),
    "end_year": ("Last year", ""),
}
