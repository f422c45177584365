"""Reads sources, states with their titles and boards, and letters that change meaning between states."""

from __future__ import annotations

from roles.loading.fields import Fields
from roles.loading.files import Row, rows_of
from roles.loading.known import NATIONWIDE, Known, each, evidence
from roles.loading.problems import Problems
from roles.loading.tables import Entry, Tables
from roles.models import Board, Collision, CollisionReading, Jurisdiction, Source, StateTitle


def read_sources(rows: list[Row], tables: Tables, problems: Problems) -> None:
    for key, fields in each(rows, "id", "source", (Source, "key"), problems):
        columns = fields.columns(Source, "title locator kind version seen note")
        fields.also("editor_note").done()
        tables.sources[(key,)] = Entry(columns)


def read_states(files: list[Row], known: Known, tables: Tables, problems: Problems) -> None:
    for file in files:
        fields = Fields(file, problems)
        code = fields.ref("code", "state", known.states)
        if code:
            fields.columns(Jurisdiction, "code")
        if file.path.stem != code:
            fields.says("code", f'the file is called {file.path.name}, so "code" has to be {file.path.stem}.')
        tables.jurisdictions[(code,)] = Entry(fields.columns(Jurisdiction, "name"))
        fields.also("license_lookup", *StateTitle.Tier.values).done()
        for tier in StateTitle.Tier.values:
            _read_titles(file, code, tier, known, tables, problems)
        for position, row in enumerate(rows_of(file, "license_lookup", problems), 1):
            board = Fields(row, problems)
            columns = board.columns(Board, "url note confidence", name="board")
            tables.boards[(code, position)] = Entry(columns, {"sources": evidence(board, known)})
            board.done()


def _read_titles(file: Row, code: str, tier: str, known: Known, tables: Tables, problems: Problems) -> None:
    for position, row in enumerate(rows_of(file, tier, problems), 1):
        fields = Fields(row, problems)
        columns = fields.columns(StateTitle, "term meaning stage confidence")
        tables.titles[(code, tier, position)] = Entry(columns, {"sources": evidence(fields, known)})
        fields.done()


def read_nationwide(file: Row, tables: Tables, problems: Problems) -> None:
    row = file.get("nationwide")
    if not isinstance(row, Row) or row.get("code") != NATIONWIDE:
        problems.add(
            file.path, file.lines.get("nationwide", 1), f'"nationwide" has to give the code {NATIONWIDE}.'
        )
        return
    fields = Fields(row, problems)
    fields.among("code", fields.columns(Jurisdiction, "code")["code"], [NATIONWIDE])
    tables.jurisdictions[(NATIONWIDE,)] = Entry(fields.columns(Jurisdiction, "name"))
    fields.done()


def read_collisions(rows: list[Row], known: Known, tables: Tables, problems: Problems) -> None:
    for title, fields in each(rows, "title", "title", (Collision, "title"), problems):
        columns = fields.columns(Collision, "rule confidence")
        tables.collisions[(title,)] = Entry(columns, {"sources": evidence(fields, known)})
        fields.also("readings").done()
        for position, row in enumerate(rows_of(fields.row, "readings", problems), 1):
            reading = Fields(row, problems)
            columns = reading.columns(CollisionReading, "where level most_states stage")
            states = reading.refs("states", "state", known.states)
            tables.readings[(title, position)] = Entry(columns, {"states": states})
            reading.done()
