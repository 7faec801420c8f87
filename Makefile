# The one way to do things here. `make help` lists them.
PYTHON ?= python3
PORT ?= 8550
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check install --quiet
INSTALL_LOCK = $(PIP) --require-hashes --no-deps -r
INSTALL_SELF = $(PIP) --no-deps --no-build-isolation --editable .
# The rules of the core: these alone go through its every branch, and are measured
CORE_TESTS := tests/journal tests/protocols tests/assess tests/schedule tests/clinical

.DEFAULT_GOAL := help
.PHONY: help app demo test quick sweep walk pictures check fix lock wheel clean

help: ## what there is
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "make %-8s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

app: .venv/app.stamp ## install what is missing and open the app (PORT=8550)
	$(BIN)/planner app --port $(PORT)

demo: .venv/app.stamp ## the same with a sample journal of invented runners, in .demo
	$(BIN)/python -m planner.demo .demo
	$(BIN)/planner --data .demo app --port $(PORT)

test: quick sweep walk ## everything: style, types, import contracts, all tests, every branch of the core, every screen

quick: .venv/dev.stamp .venv/chromium ## the same in five minutes: without the long sweeps
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/pyright
	$(BIN)/lint-imports
	$(BIN)/pytest -q -n 2 --cov --cov-report=term $(CORE_TESTS)
# A browser beside seven others can be late: what failed is tried once more, alone
	CHROMIUM="$$(cat .venv/chromium)" $(BIN)/pytest -n 2 $(addprefix --ignore=,$(CORE_TESTS)) || \
		CHROMIUM="$$(cat .venv/chromium)" $(BIN)/pytest --last-failed --last-failed-no-failures none $(addprefix --ignore=,$(CORE_TESTS))

sweep: .venv/dev.stamp .venv/chromium ## the long sweeps alone: hundreds of runners, every place of the app
	CHROMIUM="$$(cat .venv/chromium)" $(BIN)/pytest -n 2 -m sweep || \
		CHROMIUM="$$(cat .venv/chromium)" $(BIN)/pytest --last-failed --last-failed-no-failures none -m sweep

walk: .venv/dev.stamp .venv/chromium ## eight minutes through every state of every screen, for what a screen reader and weak eyes need
	CHROMIUM="$$(cat .venv/chromium)" $(BIN)/pytest -n 2 -m walk || \
		CHROMIUM="$$(cat .venv/chromium)" $(BIN)/pytest --last-failed --last-failed-no-failures none -m walk

pictures: .venv/dev.stamp .venv/chromium ## every screen and state, light and dark, in every language, into pictures/ (half an hour)
	CHROMIUM="$$(cat .venv/chromium)" $(BIN)/python -m tools.pictures

check: .venv/dev.stamp ## for every few minutes: no slow test, no browser
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/pyright
	$(BIN)/lint-imports
	$(BIN)/pytest -q -n 2 -m "not slow and not browser and not sweep and not walk"

fix: .venv/dev.stamp ## let ruff mend and format what it can
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

lock: .venv/lock.stamp ## pin newer versions within the bounds of pyproject.toml
	$(UV_LOCK) --upgrade --group build --output-file requirements.lock
	$(UV_LOCK) --upgrade --group build --group dev --constraints requirements.lock --output-file requirements-dev.lock

wheel: .venv/dev.stamp ## build the wheel into dist/
	$(BIN)/python -m hatchling build --target wheel

clean: ## remove what was installed and built, the demo journal included
	rm -rf .venv .demo dist .pytest_cache .ruff_cache .hypothesis .import_linter_cache .coverage htmlcov

.venv/venv.stamp:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Stridewell needs Python 3.11 or newer: name one with PYTHON=/path/to/python3."; exit 1; }
	$(PYTHON) -m venv .venv
	@touch $@

.venv/app.stamp: .venv/venv.stamp requirements.lock pyproject.toml
	$(INSTALL_LOCK) requirements.lock
	$(INSTALL_SELF)
	@touch $@

.venv/dev.stamp: .venv/venv.stamp requirements-dev.lock pyproject.toml
	$(INSTALL_LOCK) requirements-dev.lock
	$(INSTALL_SELF)
	@touch $@ .venv/app.stamp

.venv/chromium: .venv/dev.stamp tools/chromium.py
	$(BIN)/python tools/chromium.py --install >$@.new
	@mv $@.new $@

# uv resolves for every platform and Python at once and writes no address; it is asked from a place of its own
# because nothing else here needs it
UV_LOCK = .venv/uv/bin/uv --no-config pip compile pyproject.toml --quiet --universal --python-version 3.11 \
	--generate-hashes --no-header --no-annotate

.venv/lock.stamp: .venv/venv.stamp
	$(PYTHON) -m venv .venv/uv
	.venv/uv/bin/python -m pip --disable-pip-version-check install --quiet uv
	@touch $@
