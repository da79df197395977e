# Everything a person does with this project. `make` alone prints this help.
# Each command sets up what it needs: a virtual environment in .venv/, and for the tests a browser.

PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check install --quiet --constraint constraints.txt

.DEFAULT_GOAL := help
.PHONY: help setup setup-test site formats serve check fix test audit golden pictures schema translations constraints bench clean

help:  ## Print this help
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /make \1\t/' | expand -t 18

setup: .venv/ready  ## Set up what building the site needs
setup-test: .venv/ready-test  ## Set up what the tests need

.venv/ready: pyproject.toml constraints.txt
	@echo "Setting up .venv (once, takes a minute) ..."
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@$(PIP) --editable '.[audio]'
	@scripts/braille-tools || true
	@touch $@

.venv/ready-test: .venv/ready tests/tools/package-lock.json scripts/test-tools
	@echo "Setting up the tools for tests (once, takes a minute) ..."
	@$(PIP) --editable '.[test]'
	@scripts/test-tools
	@touch $@

site: .venv/ready  ## Build the website into site/
	@$(BIN)/planpress build

formats: .venv/ready  ## Make large print, Braille, sound and books, and tell what there is
	@$(BIN)/planpress formats

serve: .venv/ready  ## Show the website on this computer, and each change as you save it
	@$(BIN)/planpress serve

check: .venv/ready-test  ## Check the plan and the code, without running tests
	@$(BIN)/planpress check
	@$(BIN)/planpress check examples/exampleton
	@$(BIN)/python scripts/interface.py --check
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-logo

fix: .venv/ready-test  ## Mend what a machine can mend: format and imports
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

test: check formats  ## Run all checks and all tests
	@$(BIN)/pytest -n auto --dist loadgroup

audit: check  ## Open every page in all modes, and listen to some with a screen reader
	@scripts/test-tools listen
	@$(BIN)/pytest -n auto --dist loadgroup --every-page -m "audit or not audit" tests/browser
	@$(BIN)/pytest -s -m audit tests/listen tests/formats

golden: .venv/ready-test  ## Rewrite the expected pages; then read the difference
	@GOLDEN=write $(BIN)/pytest -q tests/golden tests/browser/test_reading_order.py tests/formats/test_yearly_update.py
	@git --no-pager diff --stat -- tests/golden tests/browser/reading-order docs/transcription.md docs/plan-data.md docs/checks.md docs/yearly-update.md

pictures: .venv/ready-test  ## Make the pictures of the guide to the yearly update
	@$(BIN)/python scripts/pictures.py

schema: .venv/ready  ## Write the schemas that let an editor check the plan's files
	@$(BIN)/planpress schema

translations: .venv/ready-test  ## Bring all catalogs in step with the plan and the code, and tell how far they are
	@$(BIN)/python scripts/interface.py
	@$(BIN)/planpress translations --update
	@$(BIN)/planpress translations --update examples/exampleton

constraints: .venv/ready-test  ## Write down the exact versions in use
	@$(BIN)/python -m pip --disable-pip-version-check freeze --all --exclude pip --exclude-editable > constraints.txt

bench: .venv/ready-test  ## Measure how fast the site is built
	@$(BIN)/python bench/build.py

clean:  ## Remove what the other commands made
	rm -rf .venv site build *.egg-info tests/tools/node_modules
