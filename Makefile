# make run    set-up, then the sample campaign of inbox/
# make test   set-up, then every check
PYTHON ?= python3.11
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps
CAMPAIGN ?= inbox/thi-dua-2022
OUT ?= outbox/$(notdir $(CAMPAIGN))

.PHONY: run test score check unit lock clean tools bench bench-speed bench-read bench-extract bench-service fuzz doctor pictures disguise roughen storm

run: $(VENV)/.run tools
	@$(BIN)/tonghop run $(CAMPAIGN) --out $(OUT)

test: check unit

check: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

unit: $(VENV)/.dev
	@sh flows/tools.sh test
	$(BIN)/pytest -n 2 --dist loadfile

score: $(VENV)/.dev tools
	$(BIN)/python -m benchmarks.accuracy --misses $(or $(MISSES),0)

disguise: $(VENV)/.dev
	$(BIN)/python -m benchmarks.disguise $(if $(SHAPE),--shape)

roughen: $(VENV)/.dev
	$(BIN)/python -m benchmarks.roughen

bench-read: $(VENV)/.dev tools
	$(BIN)/python -m benchmarks.read

bench-extract: $(VENV)/.dev
	$(BIN)/python -m benchmarks.extract

bench-service: $(VENV)/.dev tools
	$(BIN)/python -m benchmarks.service

fuzz: $(VENV)/.dev tools
	$(BIN)/python -m benchmarks.fuzz
	EXAMPLES=10000 $(BIN)/pytest -q tests/extractors/test_any_document.py

# Kills at random moments, then at every durable step.
storm: $(VENV)/.dev
	$(BIN)/python -m benchmarks.storm --kills $(or $(KILLS),300)
	TONGHOP_CRASH_EVERY=1 $(BIN)/pytest tests/flows/test_crash.py
	$(BIN)/python -m benchmarks.storm_service --intake $(or $(KILLS),300) --service 10
	$(BIN)/python -m benchmarks.workers --files 200

bench: bench-read bench-extract bench-speed bench-service score

# SIZES=20,200,2000 takes some twenty minutes more; JSON lands in build/bench.
bench-speed: $(VENV)/.dev .venv-baseline/.done tools
	$(BIN)/python -m benchmarks.speed --sizes $(or $(SIZES),20,200) --baseline .venv-baseline/bin/python

# What one would assemble from a shelf, in an environment of its own: its versions are not ours.
.venv-baseline/.done: benchmarks/baseline.lock
	$(PYTHON) -m venv .venv-baseline
	.venv-baseline/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r $<
	@touch $@

pictures: $(VENV)/.dev tools
	$(BIN)/python -m benchmarks.pictures
	TONGHOP_PICTURES=docs/hinh $(BIN)/pytest tests/flows/test_service.py

doctor: $(VENV)/.run
	$(BIN)/tonghop doctor

$(BIN)/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/.run: requirements.lock pyproject.toml | $(BIN)/python
	@test -f $(VENV)/.dev || $(PIP) --require-hashes -r requirements.lock
	$(PIP) --no-build-isolation --editable .
	@touch $@

$(VENV)/.dev: requirements-dev.lock pyproject.toml | $(BIN)/python
	$(PIP) --require-hashes -r requirements-dev.lock
	$(PIP) --no-build-isolation --editable .
	@touch $@ $(VENV)/.run

# System tools are wanted, not needed: without them scans and old formats are named as unread.
tools:
	@sh flows/tools.sh

lock: | $(BIN)/python
	$(PYTHON) -m venv build/lock && build/lock/bin/python -m pip install --quiet uv
	build/lock/bin/uv pip compile --quiet --generate-hashes --no-emit-index-url --no-strip-extras --universal \
	  --python-version 3.11 --custom-compile-command "make lock" pyproject.toml -o requirements.lock
	build/lock/bin/uv pip compile --quiet --generate-hashes --no-emit-index-url --no-strip-extras --universal \
	  --python-version 3.11 --custom-compile-command "make lock" --extra dev pyproject.toml -o requirements-dev.lock
	build/lock/bin/uv pip compile --quiet --generate-hashes --no-emit-index-url --no-strip-extras --no-deps \
	  --python-version 3.11.5 --custom-compile-command "make lock" benchmarks/baseline.in -o benchmarks/baseline.lock

clean:
	rm -rf $(VENV) .venv-baseline build outbox data *.egg-info
