# Two commands on a fresh machine: `make sheets` and `make test`. All paths are relative, so that a checkout may
# stand in a folder with blanks in its name.

PYTHON ?= python3
# For an environment that has none at all.
export PATH ?= /usr/local/bin:/usr/bin:/bin

BIN := .venv/bin
INSTALLED := .venv/.installed
SOPKIT := $(BIN)/python -m sopkit

# Exit status 1 means findings or a missed deadline: the answer of the command, not its failure.
findings_are_fine := || { status=$$?; test $$status -eq 1 || exit $$status; }

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help sheets test check golden docs bench clean

help:
	@echo 'make sheets  check and time all of sops/, write its sheets to build/ (HTML and Markdown, with an index)'
	@echo 'make test    all checks and all tests'
	@echo 'make check   format, lint, types, imports'
	@echo 'make bench   measure sopkit beside other linters, write benchmarks/HASIL.md'
	@echo 'make golden  write the expected outputs of the tests anew'
	@echo 'make docs    write schema/ and docs/aturan/ anew'
	@echo 'make clean   remove what make has made'
	@echo 'PYTHON=... chooses the Python (3.11 or newer) for .venv; without it python3'

sheets: $(INSTALLED)
	@echo '== Findings'
	@$(SOPKIT) validate sops $(findings_are_fine)
	@echo '== Times'
	@$(SOPKIT) duration sops $(findings_are_fine)
	@echo '== Sheets'
	@$(SOPKIT) render sops --to md --out build
	@$(SOPKIT) render sops --to html --out build

# The quick checks first: what they find is cheap to find.
test: check
	$(BIN)/python -m pytest

check: $(INSTALLED)
	$(BIN)/python -m ruff format --check .
	$(BIN)/python -m ruff check .
	$(BIN)/python -m mypy
	$(BIN)/lint-imports --no-logo

golden: $(INSTALLED)
	$(BIN)/python -m pytest --update-golden

# The others that sopkit is measured beside are installed only here.
bench: $(INSTALLED)
	@PIP_CONSTRAINT=constraints.txt $(BIN)/python -m pip install --quiet --quiet --disable-pip-version-check --no-input -e '.[bench]'
	$(BIN)/python benchmarks/validate.py --write benchmarks/HASIL.md

docs: $(INSTALLED)
	$(SOPKIT) schema --out schema/sop.schema.json
	rm -rf docs/aturan
	$(SOPKIT) rules --out docs/aturan

# Made anew whenever a version changes, so that nothing stays behind that a fresh machine would not have.
# The variables pin the packages that build sopkit as well: pip up to 25.2 reads the first for that, later ones
# the second. They are relative because pip takes a blank in them for the start of another file.
$(INSTALLED): pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit("sopkit needs Python 3.11 or newer, but this is %s: make PYTHON=python3.11" % sys.version.split()[0] if sys.version_info < (3, 11) else 0)'
	@echo '== Installing into .venv'
	@$(PYTHON) -m venv --clear .venv
	@PIP_CONSTRAINT=constraints.txt PIP_BUILD_CONSTRAINT=constraints.txt \
	  $(BIN)/python -m pip install --quiet --quiet --disable-pip-version-check --no-input -e '.[dev,import,pdf]'
	@touch $@

clean:
	rm -rf .venv build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find src tests -name __pycache__ -type d -prune -exec rm -rf {} +
