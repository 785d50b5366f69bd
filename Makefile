# Two commands a newcomer needs: `make demo` and `make test`. Both need only Python 3.11 to 3.13 (with venv) and make.

PYTHON ?= $(shell for v in 3.13 3.12 3.11; do command -v python$$v >/dev/null 2>&1 && python$$v -c 'import venv, ensurepip' 2>/dev/null && echo python$$v && exit; done; echo python3)
UV_VERSION := 0.13.9
UV := .uv/bin/uv
export UV_PROJECT_ENVIRONMENT := .venv
export UV_PYTHON_DOWNLOADS := never
# Where PYTHONDONTWRITEBYTECODE is set, every process would compile all it imports anew: two to three seconds each.
export UV_COMPILE_BYTECODE := 1
COMPILE := .venv/bin/python -m compileall -q src
# Loops that numba compiles: else the first large scan takes half a minute of a processor longer. The demo needs few of them and is sooner seen without.
LOOPS := .venv/bin/python scripts/compile_loops.py

.PHONY: demo test check format docs loops clean help

help:
	@echo "make demo    set up, make a world with known rings, scan it, write a report"
	@echo "make test    run every test"
	@echo "make check   the quality gates: lint, types, layers"
	@echo "make format  format the code"
	@echo "make loops   compile what the first large scan would compile"
	@echo "make docs    write the generated reference pages anew"
	@echo "make clean   remove what the others made"

demo: .venv/.core
	.venv/bin/aboveboard demo --out demo

test: .venv/.dev
	@$(MAKE) --no-print-directory .browser
	.venv/bin/pytest -n auto --dist worksteal

check: .venv/.dev
	.venv/bin/ruff check
	.venv/bin/ruff format --check
	.venv/bin/basedpyright
	.venv/bin/lint-imports

format: .venv/.dev
	.venv/bin/ruff check --fix --quiet || true
	.venv/bin/ruff format

docs: .venv/.dev
	.venv/bin/python scripts/build_docs.py

loops: .venv/.core
	$(LOOPS)

clean:
	rm -rf .venv .uv demo build dist .hypothesis .ruff_cache .import_linter_cache

.browser:
	@command -v chromium >/dev/null 2>&1 || command -v chromium-browser >/dev/null 2>&1 || command -v google-chrome >/dev/null 2>&1 \
	  || echo "No Chromium here: the browser tests will be skipped. On Debian: apt-get install chromium fonts-noto-cjk"

$(UV):
	@$(PYTHON) -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' \
	  || { echo "Aboveboard needs Python 3.11 to 3.13; $(PYTHON) is $$($(PYTHON) --version 2>&1). Name one: make PYTHON=/path/to/python3.12 …"; exit 1; }
	$(PYTHON) -m venv .uv
	.uv/bin/python -m pip install --quiet --disable-pip-version-check uv==$(UV_VERSION)

.venv/.core: $(UV) pyproject.toml uv.lock
	$(UV) sync --quiet --frozen --inexact --no-dev --python .uv/bin/python
	@$(COMPILE)
	@touch $@

.venv/.dev: $(UV) pyproject.toml uv.lock
	$(UV) sync --quiet --frozen --all-extras --python .uv/bin/python
	@$(COMPILE)
	@$(LOOPS)
	@touch $@ .venv/.core
