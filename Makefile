# Every target makes what it needs; `make demo` and `make test` work on a fresh clone.
PYTHON ?= python3.11
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
VENDOR := src/marsad/desk/static/vendor
GAZETTEER := src/marsad/data/places.tsv.gz
OUT ?= out
SHARED ?=

.PHONY: demo test check unit bench bench-archive bench-desk screenshots readme lock clean
.DEFAULT_GOAL := demo

$(STAMP): requirements.lock pyproject.toml hatch_build.py
	command -v $(PYTHON) >/dev/null || { echo "marsad needs Python 3.11 or later as $(PYTHON); set PYTHON=…"; exit 1; }
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	$(BIN)/marsad lexicon compile
	touch $@

# Fonts and scripts of the desk's pages, from the npm packages that web/package-lock.json pins.
$(VENDOR)/fonts.css: web/package-lock.json web/build.js
	command -v npm >/dev/null || { echo "the desk's pages need Node 20 and npm to be built"; exit 1; }
	cd web && npm ci --silent && npm run --silent build

.PHONY: desk translations
desk: $(STAMP) $(VENDOR)/fonts.css translations  ## all that the web desk needs; then: .venv/bin/marsad desk

translations: $(STAMP)
	$(BIN)/python -m tools.catalog compile

demo: $(STAMP)  ## read the bundled sample pages; events as CSV and JSON Lines into OUT
	mkdir -p $(OUT)
	$(BIN)/marsad read samples --incidents
	$(BIN)/marsad read samples --format csv --output $(OUT)/events.csv
	$(BIN)/marsad read samples --format jsonl --output $(OUT)/events.jsonl
	@echo "The events are in $(OUT)/events.csv and $(OUT)/events.jsonl"

test: desk check unit  ## everything that must hold

check: $(STAMP)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/marsad lexicon check

unit: desk
	$(BIN)/python -m pytest -n 2

bench: $(STAMP)  ## all suites; SHARED=folder with bench/ and corpora/ where it is not ../shared
	$(BIN)/python -m bench $(if $(SHARED),--data $(SHARED)) --gate

bench-archive: $(STAMP)  ## the corpus in an archive: time to add, size, latency of searches and queries
	$(BIN)/python -m bench.archive $(if $(SHARED),--data $(SHARED))

bench-desk: desk  ## the desk under four readers; ARCHIVE=the archive that bench-archive made with --archive
	$(BIN)/python -m bench.desk --archive $(ARCHIVE)

screenshots: desk  ## the READMEs' pictures of the desk, taken anew
	$(BIN)/python -m tools.screenshots

readme: $(STAMP)  ## rewrite the README's tables from a run
	$(BIN)/python -m bench $(if $(SHARED),--data $(SHARED)) --readme

lock: $(STAMP)  ## pin what we run on, with hashes and without addresses
	$(BIN)/python -m pip install --quiet pip-tools
	$(BIN)/pip-compile --quiet --generate-hashes --strip-extras --no-emit-index-url --no-emit-trusted-host --no-emit-find-links --no-header --no-annotate --allow-unsafe --extra dev --extra desk --extra postgresql --extra parquet --output-file requirements.lock pyproject.toml

clean:
	rm -rf $(VENV) $(OUT) $(GAZETTEER) $(VENDOR) web/node_modules .mypy_cache .ruff_cache .pytest_cache
