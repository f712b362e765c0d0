# `make run` and `make test` need Python 3.11 or newer, git and make; everything else goes into .venv.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed

.PHONY: run test lint check format bench bench-checks bench-prose screenshots docs catalogues lock clean

run: $(STAMP)  ## open the editor on the demo workspace
	@$(BIN)/tms demo --dir .demo

test: $(STAMP)  ## run all tests
	@$(BIN)/pytest -n auto --dist loadfile

lint: $(STAMP)  ## format, lint, types, import contracts
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

check: lint test  ## all that has to be right before a commit is shown

format: $(STAMP)  ## put the code into form
	@$(BIN)/ruff format .
	@$(BIN)/ruff check --fix .

bench: $(STAMP)  ## measure beside the peers; figures go into benchmarks/RESULTS.md
	@for file in $(filter-out benchmarks/check_prose.py,$(wildcard benchmarks/[a-z]*.py)); do \
		echo "== $$file"; $(BIN)/python $$file || exit 1; done

bench-checks: $(STAMP)  ## what each check finds of planted faults, its false alarms, its speed beside pofilter
	@$(BIN)/python benchmarks/check_verdicts.py
	@$(BIN)/python benchmarks/check_speed.py

bench-prose: $(STAMP)  ## what the checks find in published texts; fetches some 450 MB of Debian packages
	@$(BIN)/python benchmarks/check_prose.py

screenshots: $(STAMP)  ## take the screenshots anew (needs chromium)
	@$(BIN)/python docs/screenshots/make.py

docs: $(STAMP)  ## write the pages that are made from the program
	@$(BIN)/python -c "from tms.tui import render_keys_markdown; print(render_keys_markdown(), end='')" > docs/keys.md

catalogues: $(STAMP)  ## take the texts of the interface into its catalogues, compile them
	@$(BIN)/python -m tests.catalogues

lock: $(STAMP)  ## pin all dependencies anew; the file must name no host
	@$(BIN)/python -m uv --version >/dev/null 2>&1 || $(BIN)/python -m pip install --quiet uv
	@$(BIN)/python -m uv pip compile --quiet pyproject.toml --group dev --all-extras --universal --generate-hashes \
		--no-emit-index-url --no-emit-find-links --no-header --upgrade -o requirements.lock
	@! grep -n '://' requirements.lock

$(STAMP): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "tms needs Python 3.11 or newer; name one with: make PYTHON=python3.12 $(MAKECMDGOALS)"; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null \
		|| { echo "this Python has no venv; on Debian: apt-get install python3-venv"; exit 1; }
	@echo "making the environment in $(VENV) (about a minute, once) …"
	@$(PYTHON) -m venv --clear $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

clean:  ## throw the environment and the demo away
	rm -rf $(VENV) .demo
