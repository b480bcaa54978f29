# 一条命令看手册：make serve。One command to read the handbook: make serve.
.DEFAULT_GOAL := help
.PHONY: help setup check fix schema build book serve test fuzz audit sources bless font lock words bench browser nginx lint edits clean

VENV := .venv
RUN := $(VENV)/bin/python
READY := $(VENV)/.ready

help: ## Show this list
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /\1\t/' | awk -F '\t' '{printf "  make %-8s %s\n", $$1, $$2}'

setup: $(READY) ## Make the virtual environment with the locked dependencies

$(READY): requirements-test.txt package-lock.json
	@sh .ci/setup.sh $(VENV) requirements-test.txt
	@touch $@

check: $(READY) ## Check the data alone
	@$(RUN) -m macros check

fix: $(READY) ## Write the mended lines of a report where there is one answer, and check again
	@$(RUN) -m macros check --fix

schema: $(READY) ## Renew what editors complete from, schemas/, after a record was added or its id changed
	@$(RUN) -m macros schema

build: $(READY) ## Build the site into site/ and walk every link
	@$(RUN) -m macros build

book: browser ## Make the PDFs in books/, one per language and one per role; the next build takes them along
	@$(RUN) -m macros book

serve: $(READY) ## Build and serve with live reload on http://127.0.0.1:8000
	@$(RUN) -m macros serve

browser: $(READY) ## Find or install a Chromium for the browser tests
	@$(RUN) -m tests.chromium

nginx: $(READY) ## Find or install an nginx for the tests of its configuration
	@$(RUN) -m tests.nginx

test: browser nginx ## Run every test
	@$(RUN) -m pytest -n auto --dist loadfile

fuzz: $(READY) ## Look for bytes that break the reader of the data, for two minutes
	@$(RUN) -m tests.fuzz

lint: $(READY) ## Check the code: ruff and mypy for Python, tsc for the scripts of the pages
	@$(RUN) -m ruff check
	@$(RUN) -m mypy
	@$(VENV)/bin/node node_modules/typescript/bin/tsc -p jsconfig.json

edits: $(READY) ## Make ordinary edits of the data, one by one, in a copy, and run check and tests after each
	@$(RUN) -m tests.edits

bless: browser ## Renew the expected pages of the tiny handbook, and what is heard of some
	@$(RUN) -m tests.bless

font: $(READY) ## Make the Latin font of the site anew, the widths drawings measure with, and the fonts of the cards
	@$(RUN) -m tests.latin_font
	@$(RUN) -m tests.card_font

sources: $(READY) ## Compare the data with the source documents, where they are at hand
	@$(RUN) -m tests.handbook.sources

audit: browser ## Audit the built sites by other people's checkers, and the supply chain; needs Java 17
	@sh .ci/need-java.sh
	@$(RUN) -m tests.audit

lock: $(READY) ## Pin the newest allowed dependencies with hashes
	@sh .ci/lock.sh $(VENV)

words: $(READY) ## List interface words that a catalog lacks or no page uses
	@$(RUN) -m pytest -q tests/generator/words

bench: browser ## Measure check, build and pages beside other generators
	@$(RUN) -m tests.bench

clean: ## Delete what was built
	@rm -rf site build .cache .pytest_cache .mypy_cache .ruff_cache
