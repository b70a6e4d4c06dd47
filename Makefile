# Two commands for a newcomer: `make demo` and `make test`. Both make .venv by themselves.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PORT ?= 8081

.PHONY: demo test lint format words bench drill soak drill-short test-slow docs lock browser install clean

demo: $(VENV)/ready
	$(BIN)/python -m deploy.demo --port $(PORT)

test: $(VENV)/ready browser
	$(BIN)/python -m pytest -n auto

lint: $(VENV)/ready
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/mypy tests benchmarks deploy docs
	$(BIN)/lint-imports

format: $(VENV)/ready
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

words: $(VENV)/ready
	$(BIN)/python -m locales.update

bench: $(VENV)/ready
	$(BIN)/python -m benchmarks.commits
	$(BIN)/python -m benchmarks.storm
	$(BIN)/python -m benchmarks.broadcast
	$(BIN)/python -m benchmarks.ledger
	$(BIN)/python -m benchmarks.search
	$(BIN)/python -m benchmarks.asking
	$(BIN)/python -m benchmarks.queries
	$(BIN)/python -m benchmarks.nearby
	$(BIN)/python -m benchmarks.ack_storm

drill: $(VENV)/ready
	$(BIN)/python -m bot drill

drill-short: $(VENV)/ready
	$(BIN)/python -m pytest -m slow tests/drills

test-slow: $(VENV)/ready
	$(BIN)/python -m pytest -m slow -n auto --ignore=tests/drills
	$(BIN)/python -m pytest -m slow tests/drills

# Talks of people that the suite does not try: others each time, compared with a model.
soak: $(VENV)/ready
	GONGJIAN_TALKS=200 $(BIN)/python -m pytest tests/conversations/test_stateful.py -k any_talk

docs: $(VENV)/ready browser
	$(BIN)/python -m docs.commands
	$(BIN)/python -m docs.pictures

browser: $(VENV)/ready
	@$(BIN)/python tests/browser/install.py

install: $(VENV)/ready

# The locks are for every platform and bear hashes; no registry address is written into them.
# requirements-run.lock is what `gongjian run` needs, with what opens every photo, at the versions that the
# tests ran with.
COMPILE := $(VENV)-lock/bin/uv pip compile --universal --python-version 3.11 --generate-hashes \
  --no-emit-index-url --no-header

lock:
	$(PYTHON) -m venv $(VENV)-lock
	$(VENV)-lock/bin/pip install --quiet uv
	$(COMPILE) --extra simulator --extra heic --group dev pyproject.toml -o requirements.lock
	$(COMPILE) --no-annotate --constraint requirements.lock --extra heic pyproject.toml -o requirements-run.lock
	rm -rf $(VENV)-lock

$(VENV)/ready: requirements.lock pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $@

clean:
	rm -rf $(VENV) build dist .mypy_cache .pytest_cache .ruff_cache .import_linter_cache
