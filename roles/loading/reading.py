"""Reads and checks all data files together; gives the tables, or every problem at once."""

from __future__ import annotations

from pathlib import Path

from roles.loading import people, places, words
from roles.loading.approaches import read_approaches
from roles.loading.fields import Fields
from roles.loading.files import Row, read_csv, read_yaml, rows_of
from roles.loading.known import NATIONWIDE, Known, keys_of, sources_read
from roles.loading.problems import BrokenData, Problems
from roles.loading.tables import Tables


class Files:
    """The data folder, parsed. Of what it says, nothing is checked yet but the top keys of single files.

    ``parsed`` has whatever was read, by the name of its file or folder.
    """

    def __init__(self, data: Path, problems: Problems) -> None:
        self.data = data
        self.problems = problems
        self.parsed: dict[str, list[Row]] = {}
        self.catalogue = self._yaml("catalogue", "checked", "nationwide", "on_a_bill")
        self.crisis = self._yaml("crisis", "resources", "disclaimers", "laws")
        self.needs = self._yaml("needs", "groups", "needs")
        self.questions = self._yaml("questions", "groups", "questions")
        self.approaches = self._list("approaches", "approaches")
        self.sources = self._list("sources", "sources")
        self.capabilities = self._list("capabilities", "capabilities")
        self.collisions = self._list("collisions", "collisions")
        self.other_titles = self._list("other_titles", "titles")
        self.spoken = self._list("spoken", "words")
        self.roles = self._folder("roles")
        self.states = self._folder("states")

    def known(self) -> Known:
        return Known(
            sources=keys_of(self.sources, "id"),
            read=sources_read(self.sources),
            roles=frozenset(file.path.stem for file in self.roles),
            capabilities=keys_of(self.capabilities, "slug"),
            needs=keys_of(rows_of(self.needs, "needs", Problems()), "slug"),
            states=frozenset(file.path.stem for file in self.states) | {NATIONWIDE},
        )

    def fits(self, role: str) -> list[Row]:
        rows = read_csv(self.data / "fits" / f"{role}.csv", people.FIT_COLUMNS, self.problems)
        self.parsed.setdefault("fits", []).extend(rows)
        return rows

    def _yaml(self, name: str, *keys: str) -> Row:
        """A file of its own, which has these keys at the top and no others."""
        row = read_yaml(self.data / f"{name}.yaml", self.problems)
        Fields(row, self.problems).also(*keys).done()
        self.parsed[name] = [row]
        return row

    def _list(self, name: str, key: str) -> list[Row]:
        return rows_of(self._yaml(name, key), key, self.problems)

    def _folder(self, name: str) -> list[Row]:
        paths = sorted((self.data / name).glob("*.yaml"))
        if not paths:
            self.problems.unread(self.data / name, 1, "this folder has no .yaml files.")
        self.parsed[name] = [read_yaml(path, self.problems) for path in paths]
        return self.parsed[name]


def read_catalogue(data: Path) -> Tables:
    """All tables of a data folder.

    Raises BrokenData with every problem found, each with its file and line.
    """
    return tables_of(Files(data, Problems()))


def tables_of(files: Files) -> Tables:
    problems, tables, known = files.problems, Tables(), files.known()
    tables.checked_on = Fields(files.catalogue, problems).day("checked")
    places.read_sources(files.sources, tables, problems)
    places.read_nationwide(files.catalogue, tables, problems)
    places.read_states(files.states, known, tables, problems)
    places.read_collisions(files.collisions, known, tables, problems)
    words.read_capabilities(files.capabilities, known, tables, problems)
    _read_people(files, known, tables, problems)
    words.read_needs(files.needs, known, tables, problems)
    words.read_questions(files.questions, known, tables, problems)
    words.read_crisis_lines(rows_of(files.crisis, "resources", problems), known, tables, problems)
    words.read_notices(files.crisis, files.catalogue, known, tables, problems)
    read_approaches(files.approaches, known, tables, problems)
    if problems.found:
        raise BrokenData(problems.found)
    return tables


def _read_people(files: Files, known: Known, tables: Tables, problems: Problems) -> None:
    for file in files.roles:
        people.read_role(file, known, tables, problems)
    people.read_other_titles(files.other_titles, known, tables, problems)
    people.read_spoken(files.spoken, known, tables, problems)
    for role in sorted(known.roles):
        people.read_fits(role, files.fits(role), known, tables, problems)
        people.every_cell(role, Row(files.data / "fits" / f"{role}.csv", 1), known, tables, problems)
    for stray in sorted((files.data / "fits").glob("*.csv")):
        if stray.stem not in known.roles:
            problems.unknown(stray, 1, "role", stray.stem, known.roles)
