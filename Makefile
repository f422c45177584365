# Everything a person does with this project. `make help` lists it.
BIN := .venv/bin
TEMPLATES = $(shell find templates -name '*.html')

# These count when they are said to make (`make test ONLY=sqlite`). A shell may hold them for somebody else.
SAID := PYTHON ONLY REQUIRE_ALL ARGS OPTIONS
$(foreach name,$(SAID),$(if $(filter environment%,$(origin $(name))),$(eval $(name) :=)))
export PYTHON ONLY REQUIRE_ALL ARGS
unexport OPTIONS PYTHONPATH PYTHONHOME PYTHONWARNINGS PYTHONINSPECT PYTHONSTARTUP PYTHONUSERBASE

# What production has to bring along; a stand-in that `check --deploy` finds nothing wrong with.
PRODUCTION = env -i PATH="$$PATH" ROOM_MODE=production ROOM_VAR=build/check DEBUG=false \
  SECRET_KEY=$$($(BIN)/python -c 'import secrets; print(secrets.token_urlsafe(60))') \
  ALLOWED_HOSTS=room.example.org SITE_ADDRESS=https://room.example.org \
  DATABASE_URL=postgres://room@127.0.0.1:1/room REDIS_URL=redis://127.0.0.1:1/0 EMAIL_URL=smtp://127.0.0.1:1 \
  TRUSTED_PROXIES=1
EMBEDDED = ROOM_MODE=embedded ROOM_VAR=build/check ROOM_DATABASE_URL= ROOM_REDIS_URL= ROOM_EMAIL_URL=

.PHONY: help run demo test check tidy bench drills access mutate requirements upgrade fonts tools \
  check-code check-sizes check-types check-imports check-templates check-words check-migrations check-deploy check-pins

help: ## this list
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 22

run: ## open the room on this computer; Ctrl-C closes it, the data stay
	@requirements/sync base test dev
	@exec $(BIN)/python manage.py up --with-parent $(OPTIONS)

demo: ## put the demo family back as it was on the first day
	@requirements/sync base test dev
	@$(BIN)/python manage.py demo_reset

test: tools ## every test, on SQLite, on PostgreSQL and Redis, in Chromium (ONLY=part, ARGS="-k word")
	@$(BIN)/python -m tests.run

bench: tools ## counts, sizes and ratios, each beside its aim (ONLY=part)
	@$(BIN)/python -m tests.bench

drills: tools ## faults over real processes (ONLY=part)
	@$(BIN)/python -m tests.drills

access: tools ## who gets which answer at which address (ONLY=part)
	@$(BIN)/python -m tests.access

mutate: tools ## small faults in what decides, and whether a test notices (ONLY=file, ARGS="--faults 100")
	@$(BIN)/python -m tests.mutate

check: check-code check-sizes check-types check-imports check-templates check-words check-migrations check-deploy check-pins ## what can be seen without running it
	@echo "check: all well"

tidy: tools ## lay code and templates out the way `make check` wants them
	@$(BIN)/ruff check --quiet --fix .
	@$(BIN)/ruff format .
	@$(BIN)/djade --target-version 5.2 $(TEMPLATES) || true

requirements: tools ## pin what pyproject.toml asks for
	@PATH="$(BIN):$$PATH" $(BIN)/python requirements/compile.py
	@requirements/sync dev

upgrade: tools ## the same, with the newest versions it allows
	@PATH="$(BIN):$$PATH" $(BIN)/python requirements/compile.py --upgrade
	@requirements/sync dev

fonts: tools ## cut the faces to what pages use, and write the styles that name them
	@$(BIN)/python -m web.fonts.cut

tools:
	@requirements/sync dev

check-code: tools
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

check-sizes: tools
	@$(EMBEDDED) $(BIN)/python -m pytest -q -p no:randomly tests/architecture/test_sizes.py

check-types: tools
	$(EMBEDDED) $(BIN)/mypy .

check-imports: tools
	$(BIN)/lint-imports

check-templates: tools
	@$(BIN)/djade --target-version 5.2 --check $(TEMPLATES)
	$(BIN)/djlint --lint --quiet templates
	@$(EMBEDDED) $(BIN)/python -m pytest -q -p no:randomly tests/architecture/test_templates.py

check-words: tools
	$(BIN)/codespell

check-migrations: tools
	$(EMBEDDED) $(BIN)/python manage.py makemigrations --check --dry-run

check-deploy: tools
	@$(PRODUCTION) $(BIN)/python manage.py check --deploy --fail-level WARNING

check-pins: tools
	@$(BIN)/python requirements/compile.py --check
