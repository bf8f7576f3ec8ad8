# Needs Python 3.11 or newer, git and make. PYTHON names another interpreter.
PYTHON ?= python3
export PORT DATA LIVE

.PHONY: run test check bench bench-relevance screens locks

run:        ## everything from an empty clone to a page in the browser
	@$(PYTHON) scripts/run.py

test:       ## the whole suite, on SQLite and PostgreSQL; make test ARGS="-k price"
	@$(PYTHON) scripts/test.py $(ARGS)

check:      ## lint, types, import rules, migrations, lock files
	@$(PYTHON) scripts/check.py

bench:      ## measurements, by hand: benchmarks/README.md
	@$(PYTHON) scripts/bench.py $(ARGS)

bench-relevance: ## judged queries: what search answers rightly; ARGS="--data demo"
	@$(PYTHON) scripts/bench.py relevance $(ARGS)

screens:    ## pictures of the pages into docs/screens, of a service that runs
	@$(PYTHON) scripts/screens.py $(ARGS)

locks:      ## bring the lock files up to the .in files
	@$(PYTHON) scripts/locks.py $(ARGS)
