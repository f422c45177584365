"""Titles and descriptions in the schemas: the glossary's sentences, the models' help texts, and the rest."""

from __future__ import annotations

from functools import cache
from typing import Any

from django.conf import settings

from roles.loading.files import Ask
from roles.loading.people import AUTHORITY, FACTS

FILES = {
    "approaches": ("Named approaches", "What a method with a name is, for whom, and who may give it."),
    "capabilities": ("Capabilities", "capability"),
    "catalogue": ("The whole catalogue", "catalogue"),
    "collisions": ("Collisions", "collision"),
    "crisis": ("Crisis lines, limits and laws", "crisis line"),
    "fits": ("One line of a role's fits", "fit"),
    "needs": ("Needs", "need"),
    "other_titles": ("Letters of other states", "letters"),
    "questions": ("Questions", "ask"),
    "roles": ("Role", "role"),
    "sources": ("Sources", "source"),
    "spoken": ("Spoken words", "title"),
    "states": ("State", "What each title means in one state, and where a license is looked up."),
}
"""Title, and either the glossary's term or the sentence itself."""

TERMS = {
    "capabilities": "capability",
    "claim": "claim",
    "collisions": "collision",
    "confidence": "confidence",
    "ground": "ground",
    "kind": "letters",
    "letters": "letters",
    "licence": "licence",
    "needs": "need",
    "on_a_bill": "notice",
    "disclaimers": "notice",
    "laws": "notice",
    "resources": "crisis line",
    "role": "role",
    "roles": "role",
    "sources": "source",
    "tier": "tier",
    "value": "fit",
    "capability": "capability",
}
"""The glossary's word for a key."""

OWN = {
    "acronym": "The letters as they stand after a name. Empty where there are none.",
    "ages": "For which ages the method was made.",
    "also": "Other names and spellings.",
    "answered_by": "Who picks up.",
    "approaches": "One entry for each method with a name.",
    "ask_for": "What a parent may ask about it.",
    "authority": "What this role may do by law or rule, each with its answer.",
    "billing": "Codes on a bill that often come with this role.",
    "board": "The register's name.",
    "body": "Who certifies people in it.",
    "check": "Who certifies, which public list there is, and where.",
    "check_at": "Sources not read yet that would settle it. Never where confidence is verified.",
    "checked": "When the facts were last checked.",
    "clear_answer": "What a clear answer has.",
    "code": "The code as the state, list or bill writes it.",
    "codes": "Provider codes that often come with this role.",
    "confused_with": "The role it is mixed up with.",
    "editor_note": "For those who keep the catalogue. Never shown.",
    "facts": "What holds for the role, each with its sources.",
    "fits": "What the method is for.",
    "follow_up": "What to say when the answer is vague.",
    "for_roles": "Roles it is for, or any.",
    "from_guide": "Does it come from the parent coach's guide?",
    "good_answer": "What a clear answer to the question has.",
    "group": "The group it is listed in: one of the groups above.",
    "groups": "The groups, in the order they are listed in.",
    "helpful": "Capabilities that help and are not called for.",
    "hours": "When someone answers.",
    "how": "How to reach them.",
    "id": "The name other entries use for it. It stays as it is.",
    "if_not": "What to do when there is no clear answer.",
    "independent_licenses": "Titles of people licensed to work on their own.",
    "keep_safe": "Needs whose people at home, such as brothers and sisters, a plan for tonight keeps safe.",
    "known_in": "States where the name is known to mean this. It is used elsewhere too.",
    "level": "What the letters mean there.",
    "license_lookup": "Where a license or registration can be looked up.",
    "license_short": "Does it take a license? In a few words.",
    "likely_applies": "To whom it likely applies.",
    "list": "Which public list there is.",
    "looks_like": "What a parent would see.",
    "may_be": "Roles this word may mean.",
    "meaning": "What the title means in this state.",
    "mistakes": "What people often get wrong about it.",
    "name": "The name in full.",
    "names": "Letters, titles and words people use for it.",
    "nationwide": "What stands for everywhere in the US.",
    "needs.requires_all": "Capabilities it calls for, each of them.",
    "needs.requires_any": "Capabilities it calls for, at least one of them.",
    "needs.title": "Its name, as a parent reads it.",
    "not_for": "Where it is not the answer alone. About the method, never about a child.",
    "not_the_same_as": "What it is easily taken for.",
    "note": "What a family should know besides.",
    "most_states": "Does it hold in most states?",
    "noun": "For the middle of a sentence.",
    "one_line": "The law in one line.",
    "only_in": "States where the name means this. It is used there alone.",
    "other": "What else is worth knowing.",
    "paraprofessional_tier": "Titles of support workers.",
    "plain": "In plain words, for a parent.",
    "position": "Where it stands in lists.",
    "pre_license_tier": "Titles of people on the way to a license.",
    "question": "One question to ask.",
    "questions": "Words a parent can say, one entry each.",
    "readings": "What the letters mean, state by state.",
    "real_thing": "What is there when it is the whole approach.",
    "reason": "One sentence for a parent. Nothing is decided by its words.",
    "region": "The state it serves. US is everywhere.",
    "reviewed_on": "The day somebody last looked at this line.",
    "role_hint": "Roles that often lead it.",
    "rule": "What to keep in mind with these letters.",
    "safety": "Is it about safety?",
    "school_short": "What schooling it takes, in a few words.",
    "short": "The limit in a few words.",
    "stage": "How far along somebody is whose letters are a full license elsewhere.",
    "slug": "The name other entries use for it. It stays as it is.",
    "state": "The only state where this line holds. Empty: wherever the role's facts hold.",
    "jurisdiction": "Where the role's facts hold. US: no single law defines it.",
    "states": "States that use these letters so.",
    "supervised_by": "Roles that supervise this one, where a source says so. Left out: we do not know.",
    "states.stage": "What the state says of who is behind the work, whatever the tier.",
    "states.name": "The state's name.",
    "states.term": "The title or letters as this state writes them.",
    "term": "The letters as they are written.",
    "text": "One or a few sentences for a parent.",
    "title": "What it is called.",
    "title_traps": "Titles that are easy to mix up.",
    "titles": "Letters that other states use for a role of ours.",
    "url": "The web address.",
    "urgency": "How soon someone has to lead it.",
    "use_when": "When to call or text.",
    "vague_answer": "What a vague answer sounds like.",
    "version": "Which state of the text was read.",
    "what": "What it is, in one line.",
    "who_may_give": "Who may give it, by its own rules.",
    "why": "Why it is worth asking.",
    "word": "The word as people say it.",
    "words": "Words that prove nothing by themselves.",
    "works_under_short": "Under whom it works, in a few words.",
    "rule_of": "The state whose rule it is, where the role itself is of no single state.",
    "sources.kind": "What kind of text it is.",
    "sources.title": "The text's title.",
    "collisions.title": "The letters or word.",
    "roles.value": "May they? The answer in one word.",
}
"""What neither the glossary nor a model says; with a file's name before it, for that file alone."""


def file(kind: str) -> tuple[str, str]:
    title, said = FILES[kind]
    return title, glossary().get(said, said)


def key(kind: str, name: str, ask: Ask) -> tuple[str, str]:
    """Title and description of a key, the nearest words first."""
    title = name.replace("_", " ").capitalize()
    if name in (*FACTS, *AUTHORITY):
        return title, "The rule in plain words, with its sources."
    help_text: Any = getattr(ask.column, "help_text", "")
    own = OWN.get(f"{kind}.{name}") or help_text or OWN.get(name)
    return title, str(own or glossary()[TERMS[name]])


@cache
def glossary() -> dict[str, str]:
    """What each term is, in the words of docs/glossary.md."""
    lines = (settings.ROOT / "docs" / "glossary.md").read_text(encoding="utf-8").splitlines()
    cells = [[cell.strip() for cell in line.split("|")[1:3]] for line in lines if line.startswith("| ")]
    return {term.partition(" [")[0]: what for term, what in cells}
