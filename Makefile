# mfgraph: 'make run' shows the graph at work, 'make test' runs all that CI runs.

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
MFGRAPH := $(BIN)/mfgraph
PEERS   := build/peers

.PHONY: run test check setup format bench clean help

help: ## Say what can be made
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 12

run: $(VENV)/.product ## Build the graph, check it, ask three questions, export and draw it
	@$(MFGRAPH) build
	@$(MFGRAPH) validate
	@echo; $(MFGRAPH) query activity-shares --lang fr
	@$(MFGRAPH) query gaps-between-women-and-men --lang en
	@$(MFGRAPH) query lines-of-action-and-audiences --lang ar
	@$(MFGRAPH) export turtle -o build/mfgraph.ttl
	@$(MFGRAPH) network officials-organizations --format png -o build > build/network.txt
	@echo "Turtle:  build/mfgraph.ttl"
	@echo "Network: build/officials-organizations.png"

check: $(VENV)/.dev ## Lint, types, import order and spelling
	@$(BIN)/ruff format --check
	@$(BIN)/ruff check
	@$(BIN)/lint-imports --no-cache
	@$(BIN)/codespell
	@$(BIN)/mypy

test: check ## Everything that CI runs
	@# The examples of one page build on one another: a file stays with one worker.
	@$(BIN)/pytest -n 2 --dist loadfile

setup: $(VENV)/.dev ## The virtual environment with all that development needs

format: $(VENV)/.dev ## Format the code
	@$(BIN)/ruff format
	@$(BIN)/ruff check --fix

# At 1e6 and more give it minutes: LIMIT is the seconds that one may be silent, BUDGET all minutes.
SIZES  ?= 1e4,1e5
LIMIT  ?= 300
BUDGET ?= 60

bench: $(VENV)/.dev $(PEERS)/.installed ## Measure beside peers, and write docs/benchmarks.md
	@$(BIN)/python benchmarks/run.py --sizes $(SIZES) --limit $(LIMIT) --budget $(BUDGET) --peers $(PEERS)/bin/python
	@$(BIN)/python benchmarks/tell.py

clean: ## Remove all that was built
	@rm -rf build dist $(VENV)

$(VENV)/.product: pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "mfgraph needs Python 3.11 or newer: make PYTHON=python3.12 ...")'
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --upgrade 'pip>=25.1'
	@$(BIN)/python -m pip install --quiet --editable '.[plot]'
	@touch $@

$(VENV)/.dev: $(VENV)/.product
	@$(BIN)/python -m pip install --quiet --group dev
	@touch $@

$(PEERS)/.installed: benchmarks/peers.txt
	@$(PYTHON) -m venv $(PEERS)
	@$(PEERS)/bin/python -m pip install --quiet --upgrade 'pip>=25.1'
	@$(PEERS)/bin/python -m pip install --quiet -r benchmarks/peers.txt
	@touch $@
