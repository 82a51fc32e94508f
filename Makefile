# What there is to run. `make` alone prints it.
# The environment (.venv) is built on first use, and again when the locked requirements change.

PYTHON ?= python3
BIN    := .venv/bin
PIP    := $(BIN)/python -m pip --disable-pip-version-check
NAMES  ?= 62000
LIST   := examples/ten-gulag-films.txt

.DEFAULT_GOAL := help
.PHONY: help guide test format bench fuzz bench-link gaps record cross docs catalogue lock clean

help: ## print this list
	@sed -n 's/^\([a-z-]*\):[^#]*## /  make \1\t/p' $(MAKEFILE_LIST) | expand -t 16

guide: .venv/runtime ## check the example list, then build the guide into site/
	$(BIN)/verite check $(LIST) || test $$? -eq 1  # 1: something refuted, which is what it is for
	$(BIN)/verite publish guides/gulag -o site

test: .venv/dev ## lint, types, tests
	$(BIN)/ruff check . && $(BIN)/ruff format --check .
	$(BIN)/mypy src tests docs bench
	$(BIN)/pytest

format: .venv/dev ## put the code into the form that `make test` asks for
	$(BIN)/ruff check --fix . ; $(BIN)/ruff format .

bench: .venv/runtime ## how right on the development gold (CATALOGUE=folder), time to the report, claims per second, guides, curated lists
	$(BIN)/python bench/score.py $(if $(CATALOGUE),--catalogue $(CATALOGUE))
	$(BIN)/python bench/sentences.py $(if $(CATALOGUE),--catalogue $(CATALOGUE))
	$(BIN)/python bench/mutations.py
	$(BIN)/python bench/composed.py
	$(BIN)/python bench/startup.py
	$(BIN)/python bench/throughput.py
	$(BIN)/python bench/guide.py
	$(BIN)/python bench/curate.py

fuzz: .venv/runtime ## odd strings through every reader and kind (N=20000)
	$(BIN)/python bench/fuzz.py --n $(or $(N),20000)

bench-link: .venv/dev ## the linker among 62 thousand films beside its peers (NAMES="62000 1000000" for more; needs ../shared/data)
	$(BIN)/python bench/link/run.py --names $(NAMES) --prose --peers --sets

gaps: .venv/runtime ## what prose says that nothing reads: make gaps FILES="list.md openings.jsonl.gz"
	$(BIN)/python bench/gaps.py $(FILES)

record: .venv/runtime ## check the record, count what it holds, draw 40 statements to look up again
	$(BIN)/verite record check records
	$(BIN)/python bench/record.py --draw 40

cross: .venv/dev ## hold the record against tables of others: make cross DATA=../shared/data
	$(BIN)/python bench/cross.py $(DATA)

catalogue: .venv/dev ## build all of DATA=FOLDER into build/catalogue (Parquet among it)
	$(BIN)/verite catalogue build -o build/catalogue $(DATA)

docs: .venv/runtime ## print the reference pages from the code
	$(BIN)/python docs/print_reference.py

lock: ## compile the lock files anew from pyproject.toml (needs uv)
	uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --quiet --output-file requirements.lock
	uv pip compile pyproject.toml --group dev --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --quiet --output-file requirements-dev.lock

clean: ## remove whatever these recipes made
	rm -rf .venv site build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis

.venv/runtime: requirements.lock pyproject.toml
	$(PYTHON) -m venv .venv
	$(PIP) install --quiet --require-hashes -r requirements.lock
	$(PIP) install --quiet --no-deps -e .
	$(BIN)/python -m compileall -q src  # an editable install is not compiled, and may never be (PYTHONDONTWRITEBYTECODE)
	@touch $@

.venv/dev: requirements-dev.lock .venv/runtime
	$(PIP) install --quiet --require-hashes -r requirements-dev.lock
	@touch $@
