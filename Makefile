# Python 3.11+ and make are enough: `make run`, then open what it says. `make test` to be sure.
.POSIX:
.SUFFIXES:
.PHONY: help setup setup-dev run test check check-code bench faults lock clean

VENV = .venv
BIN = $(VENV)/bin

help:
	@echo "make run     starts everything and says what to open (Ctrl-C stops it)"
	@echo "make test    the whole suite"
	@echo "make check   style, types, architecture, migrations and the suite"
	@echo "make bench   the benchmarks, each with its control"
	@echo "make faults  the promises, proved by breaking things"
	@echo "make setup   only the environment, in $(VENV)/"
	@echo "make lock    the lock files again, after a change of requirements*.in"

# The environment is built again only when its lock file has changed.
setup:
	@$(MAKE) -s .environment LOCK=requirements.txt

setup-dev:
	@$(MAKE) -s .environment LOCK=requirements-dev.txt

.PHONY: .environment
.environment:
	@set -eu; \
	if cmp -s $(LOCK) $(VENV)/$(LOCK) && $(BIN)/python -c '' 2>/dev/null; then exit 0; fi; \
	old='import sys; sys.exit(sys.version_info < (3, 11))'; \
	python=; \
	for one in $${PYTHON:-python3 python3.14 python3.13 python3.12 python3.11}; do \
	  if $$one -c "$$old" >/dev/null 2>&1; then python=$$one; break; fi; \
	done; \
	if [ -z "$$python" ]; then \
	  echo "SAS needs Python 3.11 or newer: install it, or say PYTHON=/path/to/python3.11 make run" >&2; \
	  exit 1; \
	fi; \
	if ! $(BIN)/python -c "$$old" >/dev/null 2>&1 || ! $(BIN)/python -m pip --version >/dev/null 2>&1; then \
	  rm -rf $(VENV); \
	  if ! $$python -m venv $(VENV) >/dev/null 2>&1; then \
	    rm -rf $(VENV); \
	    echo "$$python cannot make a virtual environment: install its venv module (python3-venv)" >&2; \
	    exit 1; \
	  fi; \
	fi; \
	echo "Installing $(LOCK) into $(VENV)/ (once)" >&2; \
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-input --no-deps --no-compile \
	  --require-hashes --only-binary :all: -r $(LOCK); \
	for one in requirements.txt $(LOCK); do cp $$one $(VENV)/; done

run: setup
	@SAS_DEMO=1 exec $(BIN)/python -m bot.start

# Three processes for two cores: many tests wait for a page, a port or a child. What pytest makes of
# the files is kept for the next run, also where the environment says that Python keeps nothing.
test: setup-dev
	PYTHONDONTWRITEBYTECODE= $(BIN)/python -m pytest -n 3 --dist worksteal -m "not fault" $(ARGS)

check: check-code test

check-code: setup-dev
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/python -m mypy
	$(BIN)/lint-imports
	$(BIN)/python -m messages.check

bench: setup-dev
	$(BIN)/python -m tests.bench $(ARGS)

# The cases wait more than they work: three at a time, each with processes of its own. The figures end
# in build/faults.md.
faults: setup-dev
	PYTHONDONTWRITEBYTECODE= $(BIN)/python -m pytest -n 3 --dist worksteal -m fault tests/faults $(ARGS)

# Needs uv (https://docs.astral.sh/uv/).
lock:
	uv pip compile --quiet --generate-hashes --universal --python-version 3.11 --no-header \
	  --no-emit-index-url --no-emit-find-links requirements.in -o requirements.txt
	uv pip compile --quiet --generate-hashes --universal --python-version 3.11 --no-header \
	  --no-emit-index-url --no-emit-find-links requirements-dev.in -c requirements.txt \
	  -o requirements-dev.txt

clean:
	rm -rf $(VENV) var build .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
