# Two commands: `make run` opens the window, `make test` passes every check.
# Both set up what they need first, once. ARGS are handed on: make run ARGS="--speed 60".

PYTHON ?= python3
ARGS ?=

VENV := .venv
BIN := $(VENV)/bin
SET_UP := @$(PYTHON) tools/setup.py
# What the tests must reach completely, down to the last branch.
COMPLETE := src/matside/core/*,src/matside/files/*
# What runs side by side tells one after the other, where make can do that.
TOGETHER := $(if $(filter output-sync,$(.FEATURES)),-O)
# Without its plugin for Qt, pytest takes the options of that plugin for mistakes.
WITHOUT_QT := -p no:pytest-qt -o addopts=--import-mode=importlib \
	-W ignore::pytest.PytestConfigWarning

# Without files of bytecode every program that is started would compile its modules anew.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: help run test newest quick soak lint style types layers spelling format bench \
	screenshots pictures films voice sounds clean

help: ## list the targets
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/make \1\t\2/p' Makefile | expand -t 20

run: ## open Matside
	$(SET_UP) run
	@$(BIN)/matside $(ARGS)

test: ## pass every check
	$(SET_UP) test
	@$(MAKE) --no-print-directory lint
	@$(BIN)/python -m tools.run_tests $(ARGS)
	@$(BIN)/coverage combine -q $(VENV)/coverage-*
	$(BIN)/coverage report --show-missing --skip-covered --fail-under=95
	@report=$$($(BIN)/coverage report --include='$(COMPLETE)' --fail-under=100 \
		--show-missing --skip-covered 2>&1) || { echo "$$report"; exit 1; }

newest: ## pass every check with the newest packages
	$(SET_UP) newest
	@$(MAKE) --no-print-directory test VENV=.venv-newest SET_UP=@true

quick: ## run the pure tests, in seconds and without Qt
	$(SET_UP) check
	@$(BIN)/pytest -q $(WITHOUT_QT) tests/core $(ARGS)

soak: ## search 50,000 random sessions for one that breaks a law
	$(SET_UP) check
	@$(BIN)/python -m tools.soak $(ARGS)

lint: ## check style, types, layers and spelling
	$(SET_UP) check
	@$(MAKE) --no-print-directory -j2 $(TOGETHER) types style layers spelling

types:
	$(BIN)/mypy

style:
	$(BIN)/ruff check
	$(BIN)/ruff format --check

layers:
	$(BIN)/lint-imports --no-logo

spelling:
	$(BIN)/codespell

format: ## put the code into shape
	$(SET_UP) check
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

bench: ## measure times, memory and processor
	$(SET_UP) test
	@$(BIN)/python -m tools.bench $(ARGS)

screenshots: ## render every page into out/
	$(SET_UP) test
	@$(BIN)/python -m tools.pictures.screenshots $(ARGS)

pictures: ## render the pictures of the README
	$(SET_UP) test
	@$(BIN)/python -m tools.pictures.screenshots --docs docs/screenshots
	$(SET_UP) films
	@QT_QPA_PLATFORM=offscreen $(BIN)/python -m tools.pictures.moving_picture out/moving
	@.venv-films/bin/python tools/pictures/moving_picture.py out/moving docs/screenshots/stage.webp

films: ## render the films of the exercises
	$(SET_UP) films
	@PYTHONPATH=src .venv-films/bin/python -m tools.films $(ARGS)
	$(SET_UP) test
	@$(BIN)/python -m tools.pictures.film_edges

voice: ## render what the recorded voice lacks
	$(SET_UP) check
	@tools/voice/set_up.sh $(PYTHON)
	@$(BIN)/python -m tools.voice.sentences > .venv-voice/sentences.txt
	@PYTHONPATH=src .venv-voice/bin/python -m tools.voice.render .venv-voice/sentences.txt $(ARGS)

sounds: ## make the sounds anew
	$(SET_UP) check
	@$(BIN)/python tools/assets/make_sounds.py $(ARGS)

clean: ## remove what was set up and built
	rm -rf .venv .venv-newest .venv-films build dist out .coverage .coverage.* .hypothesis \
		.mypy_cache .pytest_cache .ruff_cache .import_linter_cache
	find src tests tools -name __pycache__ -type d -prune -exec rm -rf {} +
