# Two commands: `make run` opens the program, `make test` proves it. Both prepare what they need and
# are quick when nothing changed. ARGS goes to the command, as in `make test ARGS="-k names"`.
PYTHON := .venv/bin/python
CODE := main.py models printing ui

.PHONY: run setup test check style types unused architecture demo faults bench lock clean
run: .venv/program.stamp .venv/qt.stamp .venv/bytecode.stamp
	@$(PYTHON) main.py $(ARGS)

setup: .venv/program.stamp .venv/qt.stamp .venv/bytecode.stamp .venv/tests.stamp

test: setup
	@QT_QPA_PLATFORM=offscreen $(PYTHON) -m pytest -n 2 $(ARGS)

check: style types unused architecture
style: setup
	@$(PYTHON) -m ruff check $(CODE) tests
	@$(PYTHON) -m ruff format --check $(CODE) tests
types: setup
	@$(PYTHON) -m mypy --strict $(CODE) tests
unused: setup
	@$(PYTHON) -m vulture
architecture: setup
	@QT_QPA_PLATFORM=offscreen $(PYTHON) -m pytest tests/architecture

# Needs no Qt, so it also works where there is no display and no right to install.
demo: .venv/program.stamp .venv/bytecode.stamp
	@rm -rf build/demo && mkdir -p build/demo
	@$(PYTHON) main.py demo --data build/demo/so --print build/demo/in

# Every fault as often as promised (half an hour); what held stands in build/faults.md.
faults: setup
	@FAULTS=full FAULTS_TABLE=build/faults.md QT_QPA_PLATFORM=offscreen $(PYTHON) -m pytest -p tests.faults.table -o faulthandler_timeout=0 \
		tests/faults tests/models/store/test_migrations.py tests/models/store/backup \
		tests/models/store/test_lock.py tests/models/store/test_key_slots.py tests/models/store/test_vault.py \
		tests/models/store/test_database_refusing.py tests/models/store/test_database_closing.py tests/models/store/test_clock_check.py \
		tests/models/store/test_recovery_key.py tests/models/store/test_rekeying.py tests/models/store/test_history.py tests/models/store/test_check.py \
		tests/models/store/test_accounts.py tests/models/test_rights.py tests/ui/commands/test_roles.py $(ARGS)

bench: setup
	@QT_QPA_PLATFORM=offscreen $(PYTHON) -m tests.benchmarks $(ARGS)

lock:
	@sh .ci/lock $(ARGS)

clean:
	rm -rf .venv build

.venv/program.stamp: requirements.lock .ci/environment .ci/apt
	@sh .ci/environment requirements.lock
	@touch $@

.venv/tests.stamp: requirements-dev.lock .venv/program.stamp
	@sh .ci/environment requirements-dev.lock
	@touch $@

.venv/qt.stamp: .venv/program.stamp .ci/system_libraries
	@sh .ci/system_libraries
	@touch $@

.venv/bytecode.stamp: .venv/program.stamp $(shell find $(CODE) -name '*.py' 2>/dev/null)
	@$(PYTHON) -m compileall -q $(CODE)
	@touch $@
