"""Lines of the log that were kept as sentences get the facts the sentence was made from."""

from django.db import migrations

SENTENCES = {
    "member-added": [("You added ", "name", ".", "member-added")],
    "member-left": [("", "name", " left the team.", "member-left")],
    "needs-changed": [("You changed the needs.", "", "", "needs-changed")],
    "asked": [("You asked ", "whom", " a question.", "asked")],
    "nudged": [("You asked ", "whom", " again, kindly.", "nudged")],
    "answered": [("", "whom", " answered your question.", "answered")],
    "said-no": [("", "whom", " said no to your question.", "said-no")],
    "unclear": [("", "whom", " answered, and it is not clear yet.", "unclear")],
    "settled": [("You said this is sorted: ", "title", "", "settled")],
    "coach-joined": [("", "coach", " joined as your coach.", "coach-joined")],
    "coach-declined": [("The one you asked can’t be your coach right now.", "", "", "coach-declined")],
    "coach-left": [
        ("You stopped sharing with ", "coach", ".", "sharing-ended"),
        ("", "coach", " can’t go on as your coach.", "coach-left"),
    ],
}
"""By kind: what stood before and after the one thing that differed, and which kind says it now."""
UNNAMED = {
    "whom": "the team",
    "coach-left": "Someone",
    "coach-joined": "Someone",
    "sharing-ended": "your coach",
}
AGREED = " said yes to leading {}."
OF_A_MEMBER = ("member-added", "member-left", "agreed")


def _read(event, nouns):
    """The kind and the facts of a sentence; None for a sentence that this version never made."""
    if event.kind == "agreed":
        return _agreed(event.text, nouns)
    for before, place, after, kind in SENTENCES.get(event.kind, ()):
        if not place and event.text == before:
            return kind, {}
        said = event.text.removeprefix(before).removesuffix(after)
        if place and said and f"{before}{said}{after}" == event.text:
            unnamed = said in (UNNAMED.get(place), UNNAMED.get(kind))
            return kind, {place: "" if unnamed else said}
    return None


def _agreed(text, nouns):
    found = [noun for noun in nouns if text.endswith(AGREED.format(noun))]
    noun = max(found, key=len, default="")
    name = text.removesuffix(AGREED.format(noun))
    return ("agreed", {"name": name, "need": nouns[noun], "noun": noun}) if noun and name else None


def keep_facts(apps, schema_editor):
    using = schema_editor.connection.alias
    events = apps.get_model("cases", "CaseEvent").objects.using(using)
    members, needs = apps.get_model("cases", "Member"), apps.get_model("roles", "Need")
    nouns = dict(needs.objects.using(using).values_list("noun", "slug"))
    taken = set()
    for event in events.exclude(kind="note").exclude(text="").order_by("pk").iterator():
        read = _read(event, nouns)
        if read is None:
            continue
        event.kind, event.params = read
        if event.kind in OF_A_MEMBER:
            event.member = _member(members.objects.using(using), event, taken)
        if event.member:
            event.params["name"] = event.member.name
        event.text = ""
        event.save(update_fields=["kind", "params", "member", "text"])


def _member(members, event, taken):
    """The person a line tells of, by the name in it; of two who have it the one not told of yet."""
    said = event.params["name"].rstrip(".")
    for member in members.filter(case_id=event.case_id).order_by("pk"):
        if member.name.rstrip(".") == said and (member.pk, event.kind) not in taken:
            if event.kind == "member-added":
                taken.add((member.pk, event.kind))
            return member
    return None


def tell_sentences(apps, schema_editor):
    events = apps.get_model("cases", "CaseEvent").objects.using(schema_editor.connection.alias)
    told = {kind: (*sentence, old) for old, many in SENTENCES.items() for *sentence, kind in many}
    for event in events.exclude(kind="note").filter(text="").order_by("pk").iterator():
        if event.kind == "agreed":
            event.text = event.params["name"] + AGREED.format(event.params["noun"])
        else:
            before, place, after, old = told[event.kind]
            value = event.params.get(place) or UNNAMED.get(place) or UNNAMED.get(event.kind, "")
            event.text, event.kind = f"{before}{value.rstrip('.') if after == '.' else value}{after}", old
        event.save(update_fields=["kind", "text"])


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0009_the_log_keeps_facts"),
    ]

    operations = [
        migrations.RunPython(keep_facts, tell_sentences, elidable=True),
    ]
