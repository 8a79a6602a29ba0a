"""Where everything lies, and the environment that the tools need. Imports nothing heavy: every command starts here.

`$PLANLEDGER_HOME` moves what runs make (default ``<project>/var``); `$PLANLEDGER_RAW` moves the inputs
(default ``<project>/raw``). `$PLANLEDGER_AS_OF` asks for a past view: what was known on a day (2024-03-31).
`$PLANLEDGER_SECRETS` and `$PLANLEDGER_ACCESS` move the two files that say how people sign in and what they may see.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

PROJECT_DIR = Path(__file__).resolve().parents[1]

# Nothing reports home; set before any of the tools is imported.
TELEMETRY_OFF = {
    "DO_NOT_TRACK": "1",
    "DBT_SEND_ANONYMOUS_USAGE_STATS": "False",
    "DAGSTER_DISABLE_TELEMETRY": "yes",
    "GX_ANALYTICS_ENABLED": "False",
    "STREAMLIT_BROWSER_GATHER_USAGE_STATS": "false",
}

DAGSTER_YAML = """\
# Written by planledger; change pipelines/settings.py instead.
telemetry:
  enabled: false
concurrency:
  runs:
    max_concurrent_runs: 1
"""


AS_OF = "PLANLEDGER_AS_OF"


@dataclass(frozen=True)
class Settings:
    """Paths of one installation. ``raw_dir`` holds inputs, ``home`` everything that runs make.

    With ``as_of`` the marts hold what was known on that day. Such a view has a folder of its own for all that is built;
    landing, receipts and the lock it shares with the home.
    """

    project_dir: Path
    raw_dir: Path
    home: Path
    as_of: date | None = None

    @classmethod
    def load(cls) -> Settings:
        """From the environment; paths are made absolute."""
        return cls(
            project_dir=PROJECT_DIR,
            raw_dir=Path(os.environ.get("PLANLEDGER_RAW") or PROJECT_DIR / "raw").absolute(),
            home=Path(os.environ.get("PLANLEDGER_HOME") or PROJECT_DIR / "var").absolute(),
            as_of=date.fromisoformat(day) if (day := os.environ.get(AS_OF)) else None,
        )

    # -- inputs and code -------------------------------------------------------------------------------------------

    @property
    def dbt_dir(self) -> Path:
        return self.project_dir / "dbt"

    @property
    def expectations_dir(self) -> Path:
        return self.project_dir / "expectations"

    # -- who may see what ------------------------------------------------------------------------------------------

    @property
    def has_own_secrets_file(self) -> bool:
        """Whether a secrets file was named: it then has to be there."""
        return bool(os.environ.get("PLANLEDGER_SECRETS"))

    @property
    def secrets_file(self) -> Path:
        """Streamlit's secrets, with the configuration of sign-in: the one named, of the home, or of the project."""
        if self.has_own_secrets_file:
            return Path(os.environ["PLANLEDGER_SECRETS"]).absolute()
        of_home = self.home / "secrets.toml"
        return of_home if of_home.exists() else self.project_dir / ".streamlit" / "secrets.toml"

    @property
    def access_file(self) -> Path:
        """Who may see what in the dashboard."""
        return Path(os.environ.get("PLANLEDGER_ACCESS") or self.home / "access.yml").absolute()

    # -- what runs make --------------------------------------------------------------------------------------------

    @property
    def objects_dir(self) -> Path:
        return self.home / "landing" / "objects"

    @cached_property
    def landed_plans(self) -> Path:
        """Folder of the landed plan tables of the present reader."""
        from pipelines.landing.versions import plans_version

        return self.home / "landing" / "plans" / plans_version(self.raw_dir)

    @cached_property
    def landed_statistics(self) -> Path:
        """Folder of the landed statistics tables of the present reader."""
        from pipelines.landing.versions import statistics_version

        return self.home / "landing" / "statistics" / statistics_version()

    @cached_property
    def landed_submissions(self) -> Path:
        """Folder of the landed submission tables."""
        return self.home / "landing" / "submissions"

    @property
    def landed_folders(self) -> dict[str, Path]:
        """The folders of landed tables by the name that the suites in ``expectations/`` use."""
        return {
            "plans": self.landed_plans,
            "statistics": self.landed_statistics,
            "submissions": self.landed_submissions,
        }

    @property
    def receipts_dir(self) -> Path:
        return self.home / "receipts"

    @property
    def inbox_dir(self) -> Path:
        """Where departments' files may be dropped; `$PLANLEDGER_INBOX` moves it."""
        return Path(os.environ.get("PLANLEDGER_INBOX") or self.home / "inbox").absolute()

    @property
    def inputs_file(self) -> Path:
        return self.home / "landing" / "inputs.parquet"

    @property
    def view(self) -> Path:
        """Where what is built from the landed rows lies: the home, or the folder of a past view in it."""
        return self.home if self.as_of is None else self.home / "as-of" / self.as_of.isoformat()

    @property
    def warehouse_file(self) -> Path:
        """The private build; dbt is its only writer."""
        return self.view / "warehouse" / "planledger.duckdb"

    @property
    def quality_dir(self) -> Path:
        return self.view / "quality"

    @property
    def published_dir(self) -> Path:
        return self.view / "published"

    @property
    def published_link(self) -> Path:
        return self.published_dir / "planledger.duckdb"

    @property
    def dagster_home(self) -> Path:
        return self.home / "dagster"

    @property
    def dbt_target(self) -> Path:
        return self.view / "dbt" / "target"

    @property
    def dbt_logs(self) -> Path:
        return self.view / "dbt" / "logs"

    @property
    def logs_dir(self) -> Path:
        return self.home / "logs"

    @property
    def last_run_file(self) -> Path:
        return self.view / "runs" / "last_success.json"

    @property
    def lock_file(self) -> Path:
        return self.home / "runs" / "lock"

    # -- making it so ----------------------------------------------------------------------------------------------

    def environment(self) -> dict[str, str]:
        """What dbt, Dagster and the dashboard read from the environment."""
        return {
            **TELEMETRY_OFF,
            "PLANLEDGER_HOME": str(self.home),
            "PLANLEDGER_RAW": str(self.raw_dir),
            "PLANLEDGER_WAREHOUSE": str(self.warehouse_file),
            "PLANLEDGER_LANDED_PLANS": str(self.landed_plans),
            "PLANLEDGER_LANDED_STATISTICS": str(self.landed_statistics),
            "PLANLEDGER_LANDED_SUBMISSIONS": str(self.landed_submissions),
            "PLANLEDGER_INPUTS": str(self.inputs_file),
            AS_OF: self.as_of.isoformat() if self.as_of else "",
            "DAGSTER_HOME": str(self.dagster_home),
            "DBT_TARGET_PATH": str(self.dbt_target),
            "DBT_LOG_PATH": str(self.dbt_logs),
            # Where somebody wants to read dbt's own log: DBT_LOG_LEVEL_FILE=debug.
            "DBT_LOG_LEVEL_FILE": os.environ.get("DBT_LOG_LEVEL_FILE", "none"),
            "DBT_PROJECT_DIR": str(self.dbt_dir),
            "DBT_PROFILES_DIR": str(self.dbt_dir),
        }

    def prepare(self) -> None:
        """Make the folders, write ``dagster.yaml`` and export the environment to this process and its children."""
        for folder in (
            self.objects_dir,
            self.landed_plans,
            self.landed_statistics,
            self.landed_submissions,
            self.warehouse_file.parent,
            self.quality_dir,
            self.published_dir,
            self.dagster_home,
            self.dbt_target,
            self.dbt_logs,
            self.logs_dir,
            self.lock_file.parent,
        ):
            folder.mkdir(parents=True, exist_ok=True)
        config = self.dagster_home / "dagster.yaml"
        if not config.exists() or config.read_text(encoding="utf-8") != DAGSTER_YAML:
            config.write_text(DAGSTER_YAML, encoding="utf-8")
        os.environ.update(self.environment())
