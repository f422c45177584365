"""Reads roles with their facts, the names people use for them, and the fit of each with each capability."""

from __future__ import annotations

from typing import Any

from roles.loading.fields import Fields
from roles.loading.files import Row, rows_of
from roles.loading.known import Known, each, evidence
from roles.loading.problems import Problems
from roles.loading.tables import Entry, RoleEntry, Tables
from roles.models import Fit, Role, RoleFact, RoleName, RoleRevision
from roles.models.role import KIND_OF_LETTERS, TIERS

IDENTITY = "acronym name kind tier at_school licence lede license_short school_short works_under_short brings"
FACTS = ("minimum_education", "supervised_experience", "exam", "supervision", "issued_by", "how_to_verify")
AUTHORITY = (
    "independent_practice",
    "may_diagnose",
    "may_provide_psychotherapy",
    "may_provide_family_therapy",
    "may_prescribe",
    "may_assess_risk",
    "may_write_safety_plan",
)
ANSWERS = ("yes", "no", "under-supervision", "depends", "screen-only")
LISTS = {"mistakes": "mistake", "codes": "code", "billing": "billing", "other": "other"}
CODED = ("code", "billing")
FIT_COLUMNS = (
    "capability",
    "state",
    "value",
    "ground",
    "claim",
    "rule_of",
    "confidence",
    "reviewed_on",
    "sources",
    "reason",
)


def read_role(file: Row, known: Known, tables: Tables, problems: Problems) -> None:
    fields = Fields(file, problems)
    slug = fields.ref("slug", "role", known.roles)
    if slug:
        fields.columns(Role, "slug")
    if file.path.stem != slug:
        fields.says("slug", f'the file is called {file.path.name}, so "slug" has to be {file.path.stem}.')
    revision = fields.columns(RoleRevision, IDENTITY)
    fields.among("kind", revision["kind"], KIND_OF_LETTERS)
    fields.among("tier", revision["tier"], TIERS)
    revision["jurisdiction_id"] = fields.ref("jurisdiction", "state", known.states)
    revision["confused_with"] = fields.ref("confused_with", "role", known.roles, optional=True)
    revision["supervised_by"] = list(fields.refs("supervised_by", "role", known.roles))
    position = fields.columns(Role, "position")["position"]
    fields.also("names", "facts", "authority", *LISTS).done()
    tables.roles[slug] = RoleEntry(position, revision, tuple(_facts(file, known, problems)))
    for row in rows_of(file, "names", problems):
        _read_name(row, slug, known, tables, problems)


def _facts(file: Row, known: Known, problems: Problems) -> list[Entry]:
    rows = [("fact", key, row) for key, row in _section(file, "facts", FACTS, problems)]
    rows += [("authority", key, row) for key, row in _section(file, "authority", AUTHORITY, problems)]
    for name, group in LISTS.items():
        found = enumerate(rows_of(file, name, problems), 1)
        rows += [(group, f"{group}-{number}", row) for number, row in found]
    return [
        _fact(group, key, position, row, known, problems)
        for position, (group, key, row) in enumerate(rows, 1)
    ]


def _section(file: Row, name: str, keys: tuple[str, ...], problems: Problems) -> list[tuple[str, Row]]:
    """The entries of a mapping that has to hold exactly these keys."""
    section = file.get(name)
    if not isinstance(section, Row):
        problems.add(file.path, file.lines.get(name, file.line), f'"{name}" is missing.')
        return []
    fields = Fields(section, problems).also(*keys)
    fields.done()
    for key in keys:
        if not isinstance(section.get(key), Row):
            fields.says(key, f'"{key}" is missing.')
    return [(key, section[key]) for key in keys if isinstance(section.get(key), Row)]


def _fact(group: str, key: str, position: int, row: Row, known: Known, problems: Problems) -> Entry:
    fields = Fields(row, problems)
    if group in CODED:
        key = fields.columns(RoleFact, (), key="code")["key"]
    columns = {
        "group": group,
        "key": key,
        "position": position,
        **fields.columns(RoleFact, "value text confidence"),
    }
    if group == "authority":
        fields.among("value", columns["value"], ANSWERS)
    else:
        fields.present("text", columns["text"])
    entry = Entry(columns, {"sources": evidence(fields, known)})
    fields.done()
    return entry


def _read_name(row: Row, role: str, known: Known, tables: Tables, problems: Problems) -> None:
    """``known_in``: used anywhere, and known to mean this in these states. ``only_in``: used there alone."""
    fields = Fields(row, problems)
    columns = fields.columns(RoleName, "name kind note")
    name = columns.pop("name")
    known_in, only_in = (fields.refs(key, "state", known.states) for key in ("known_in", "only_in"))
    if known_in and only_in:
        fields.says("only_in", 'a name has "known_in" or "only_in", not both.')
    fields.done()
    for state in only_in or ("", *known_in):
        if (role, name, state) in tables.names:
            fields.says("name", f'name "{name}" stands here twice for the same place.')
        tables.names[(role, name, state)] = _name(**columns)


def _name(kind: str, note: str = "", confidence: str = "", sources: tuple[str, ...] = ()) -> Entry:
    return Entry({"kind": kind, "note": note, "confidence": confidence}, {"sources": sources})


def read_other_titles(rows: list[Row], known: Known, tables: Tables, problems: Problems) -> None:
    """Letters of other states become names of the role there. One term may stand here for several groups."""
    told: set[tuple[str, str]] = set()
    for row in rows:
        fields = Fields(row, problems)
        role = fields.ref("role", "role", known.roles)
        term = fields.columns(RoleName, (), name="term")["name"]
        note = fields.columns(RoleName, "note")["note"]
        confidence = fields.columns(Fit, "confidence")["confidence"]
        sources = evidence(fields, known)
        for state in fields.refs("states", "state", known.states):
            if (term, state) in told:
                fields.says("states", f'term "{term}" stands here twice for {state}.')
            told.add((term, state))
            tables.names[(role, term, state)] = _name(RoleName.Kind.LETTERS.value, note, confidence, sources)
        fields.done()


def read_spoken(rows: list[Row], known: Known, tables: Tables, problems: Problems) -> None:
    """A spoken word is spoken for every role it may mean, even where a role has it as a title."""
    for word, fields in each(rows, "word", "word", (RoleName, "name"), problems):
        roles = fields.refs("may_be", "role", known.roles)
        same = [key for key in tables.names if key[1].casefold() == word.casefold()]
        for key in same:
            if key[0] not in roles:
                fields.says("may_be", f'"{word}" is also a name of the role "{key[0]}". Add it here.')
            del tables.names[key]
        for role in roles:
            tables.names[(role, word, "")] = _name(RoleName.Kind.SPOKEN.value)
        fields.done()


def read_fits(role: str, rows: list[Row], known: Known, tables: Tables, problems: Problems) -> None:
    for row in rows:
        fields = Fields(row, problems)
        capability = fields.ref("capability", "capability", known.capabilities)
        state = fields.ref("state", "state", known.states, optional=True)
        columns = fields.columns(Fit, "value ground claim confidence reviewed_on reason")
        columns["rule_of_id"] = fields.ref("rule_of", "state", known.states, optional=True) or None
        _check_ground(fields, columns)
        row["sources"] = [part.strip() for part in row["sources"].split(";") if part.strip()]
        links = {"sources": evidence(fields, known)}
        if capability and (role, capability, state) in tables.fits:
            fields.says("capability", f'capability "{capability}" stands here twice for the same place.')
        if capability:
            tables.fits[(role, capability, state)] = Entry(columns, links)


def _check_ground(fields: Fields, columns: dict[str, Any]) -> None:
    """A fit that falls short says why; one that does not has nothing to say."""
    short = columns["value"] in set(Fit.Value.values) - {Fit.Value.TRAINED}
    if short and not columns["ground"]:
        fields.says("ground", f'"ground" is missing. It is one of: {", ".join(Fit.Ground.values)}.')
    elif columns["value"] == Fit.Value.TRAINED and columns["ground"]:
        fields.says("ground", '"ground" is empty where the value is trained.')


def every_cell(role: str, fits: Row, known: Known, tables: Tables, problems: Problems) -> None:
    """Each role says something about each capability: a hole would read as "unknown" by mistake."""
    for capability in sorted(known.capabilities):
        if (role, capability, "") not in tables.fits:
            problems.add(fits.path, 1, f'there is no row for capability "{capability}" without a state.')
