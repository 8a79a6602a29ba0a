# Planledger. `make run` on a fresh clone does all the set-up and the main job.
.DEFAULT_GOAL := help
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.ready
UV_VERSION := 0.13.9

# Byte code must be kept (imports are three times slower without it), and nothing reports home.
unexport PYTHONDONTWRITEBYTECODE
unexport VIRTUAL_ENV
export DO_NOT_TRACK := 1
export DBT_SEND_ANONYMOUS_USAGE_STATS := False
export DAGSTER_DISABLE_TELEMETRY := yes
export GX_ANALYTICS_ENABLED := False
export STREAMLIT_BROWSER_GATHER_USAGE_STATS := false
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: help setup run test lint check dashboard dagster demo demo-dashboard bench lock clean

help: ## show this list
	@echo "Planledger 规划台账: make <目标>"
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /  \1\t/' | expand -t 18

setup: $(STAMP) ## 建立锁定版本的虚拟环境 locked virtual environment in .venv

# Built again only when the lock or the project's metadata change.
$(STAMP): requirements.lock pyproject.toml
	@command -v $(PYTHON) >/dev/null || { echo "错误：找不到 $(PYTHON)。请安装 Python 3.11 或更高版本，或用 make PYTHON=/path/to/python3.11 指定。"; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "错误：需要 Python 3.11 或更高版本，当前是 $$($(PYTHON) --version 2>&1)。请用 make PYTHON=/path/to/python3.11 指定。(Python >= 3.11 is required.)"; exit 1; }
	@echo "正在准备运行环境（首次约一分钟）… setting up the locked environment"
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV) || { echo "错误：无法建立虚拟环境。Debian/Ubuntu 请先 apt-get install python3-venv。"; exit 1; }
	@$(BIN)/uv --version 2>/dev/null | grep -q "^uv $(UV_VERSION)\b" || $(BIN)/python -m pip install --quiet uv==$(UV_VERSION)
	@$(BIN)/uv pip sync --quiet --python $(BIN)/python --require-hashes --compile-bytecode requirements.lock
	@$(BIN)/uv pip install --quiet --python $(BIN)/python --no-deps --no-build-isolation --editable .
	@touch $(STAMP)

run: $(STAMP) ## 主任务：读取、建库、检查、发布 land, build, check and publish
	@$(BIN)/planledger run

test: lint check ## 全部测试 lint, types, definitions and the whole test suite
	@$(BIN)/python -m pytest -n 2 --dist loadfile

lint: $(STAMP) ## 代码规范与类型检查 ruff and mypy
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy

check: $(STAMP) ## 检查 Dagster 定义 dg check defs
	@$(BIN)/planledger check-definitions

dashboard: $(STAMP) ## 打开看板 open the Streamlit dashboard
	@$(BIN)/planledger dashboard

dagster: $(STAMP) ## 打开 Dagster open Dagster with the asset graph
	@$(BIN)/planledger dagster

demo: $(STAMP) ## 示例库：生成一年半的报送（SEED=数字 换一套）a separate warehouse of example data in var/demo
	@$(BIN)/planledger demo $(if $(SEED),--seed $(SEED))

demo-dashboard: $(STAMP) ## 打开示例库的看板 open the dashboard on the example data
	@$(BIN)/planledger dashboard --demo

bench: $(STAMP) ## 测量速度与内存 measure time and memory
	@$(BIN)/python -m benchmarks

lock: ## 重新生成锁文件 resolve the lock file again
	@$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
	    --no-emit-index-url --no-emit-find-links --group dev pyproject.toml --output-file requirements.lock

clean: ## 删除运行产物（保留 raw/、.venv 和看板的登录配置）delete everything that runs made
	@test ! -d var || find var -mindepth 1 -maxdepth 1 ! -name access.yml ! -name secrets.toml -exec rm -rf {} +
	@rm -rf .pytest_cache .mypy_cache .ruff_cache .hypothesis
