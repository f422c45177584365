"""Reads capabilities, needs, questions, crisis lines and notices: the words families meet."""

from __future__ import annotations

from roles.loading.fields import Fields
from roles.loading.files import Row, rows_of
from roles.loading.known import Known, each, evidence
from roles.loading.problems import Problems
from roles.loading.tables import Entry, Tables
from roles.models import Capability, CrisisLine, Need, NeedCapability, Notice, Question

MODES = {
    "requires_all": NeedCapability.Mode.ALL.value,
    "requires_any": NeedCapability.Mode.ANY.value,
    "helpful": NeedCapability.Mode.HELPFUL.value,
}
ANYONE = "any"


def read_capabilities(rows: list[Row], known: Known, tables: Tables, problems: Problems) -> None:
    keys = "title noun does does_not can plain looks_like not_the_same_as ask_for clinical"
    keys += " opened_by_training confidence"
    for position, (slug, fields) in enumerate(
        each(rows, "slug", "capability", (Capability, "slug"), problems), 1
    ):
        columns = {"position": position, **fields.columns(Capability, keys)}
        fields.begins("does_not", columns["does_not"], "does not")
        tables.capabilities[(slug,)] = Entry(columns, {"sources": evidence(fields, known)})
        fields.done()


def read_needs(file: Row, known: Known, tables: Tables, problems: Problems) -> None:
    groups = _need_groups(file, problems)
    keys = "title noun plain common safety mental_health urgency note asks clear_answer if_not confidence"
    rows = rows_of(file, "needs", problems)
    for position, (slug, fields) in enumerate(each(rows, "slug", "need", (Need, "slug"), problems), 1):
        group = fields.ref("group", "group", groups)
        columns = {"position": position, "group": group, "group_title": groups.get(group, "")}
        columns["keep_safe"] = _kept_safe(slug, fields, known)
        links = {
            "role_hints": fields.refs("role_hint", "role", known.roles),
            "sources": evidence(fields, known),
        }
        tables.needs[(slug,)] = Entry(columns | fields.columns(Need, keys), links)
        _read_calls(slug, fields, known, tables)
        fields.done()


def _kept_safe(need: str, fields: Fields, known: Known) -> list[str]:
    others = fields.refs("keep_safe", "need", known.needs)
    if need in others:
        fields.says("keep_safe", f'need "{need}" stands for others here, not for itself.')
    return list(others)


def _need_groups(file: Row, problems: Problems) -> dict[str, str]:
    """The title of each group by its slug."""
    titles = {}
    for fields in (Fields(row, problems) for row in rows_of(file, "groups", problems)):
        columns = fields.columns(Need, (), group="slug", group_title="title")
        titles[columns["group"]] = columns["group_title"]
        fields.done()
    return titles


def _read_calls(need: str, fields: Fields, known: Known, tables: Tables) -> None:
    called: list[str] = []
    for key, mode in MODES.items():
        for capability in fields.refs(key, "capability", known.capabilities):
            if capability in called:
                fields.says(key, f'capability "{capability}" is already called for above.')
            called.append(capability)
            tables.calls[(need, capability)] = Entry({"mode": mode, "position": len(called)})
    if not fields.row.get("requires_all") and not fields.row.get("requires_any"):
        fields.says("requires_all", "a need has to call for at least one capability.")


def read_questions(file: Row, known: Known, tables: Tables, problems: Problems) -> None:
    groups = Fields(file, problems).texts("groups")
    keys = "text why clear_answer vague_answer reply_days follow_up from_guide confidence"
    rows = rows_of(file, "questions", problems)
    for position, (key, fields) in enumerate(each(rows, "id", "question", (Question, "key"), problems), 1):
        if group := fields.ref("group", "group", groups):
            fields.columns(Question, "group")
        asked = fields.refs("for_roles", "role", {ANYONE, *known.roles})
        columns = {
            "position": position,
            "group": group,
            "for_anyone": ANYONE in asked,
            **fields.columns(Question, keys),
        }
        links = {"for_roles": tuple(r for r in asked if r != ANYONE), "sources": evidence(fields, known)}
        tables.questions[(key,)] = Entry(columns, links)
        fields.done()


def read_crisis_lines(rows: list[Row], known: Known, tables: Tables, problems: Problems) -> None:
    keys = "name use_when how hours answered_by note confidence"
    for position, (key, fields) in enumerate(
        each(rows, "id", "crisis line", (CrisisLine, "key"), problems), 1
    ):
        state = fields.ref("region", "state", known.states)
        place = tables.jurisdictions.get((state,), Entry({"name": ""})).columns["name"]
        columns = {
            "position": position,
            "jurisdiction_id": state,
            "region": place,
            **fields.columns(CrisisLine, keys),
        }
        tables.crisis_lines[(key,)] = Entry(columns, {"sources": evidence(fields, known)})
        fields.also("editor_note").done()


def read_notices(crisis: Row, catalogue: Row, known: Known, tables: Tables, problems: Problems) -> None:
    """Three lists with their own words for the same columns."""
    lists = (
        (
            rows_of(crisis, "disclaimers", problems),
            Notice.Kind.DISCLAIMER,
            {"title": "short", "text": "text"},
        ),
        (rows_of(crisis, "laws", problems), Notice.Kind.LAW, {"title": "name", "text": "one_line"}),
        (
            rows_of(catalogue, "on_a_bill", problems),
            Notice.Kind.ON_A_BILL,
            {"title": "title", "text": "text"},
        ),
    )
    for rows, kind, words in lists:
        for position, (key, fields) in enumerate(each(rows, "id", "notice", (Notice, "key"), problems), 1):
            if (key,) in tables.notices:
                fields.says("id", f'notice "{key}" is already used in another list.')
            columns = {"kind": kind.value, "position": position}
            columns |= fields.columns(Notice, "likely_applies confidence", **words)
            tables.notices[(key,)] = Entry(columns, {"sources": evidence(fields, known)})
            fields.also("editor_note").done()
