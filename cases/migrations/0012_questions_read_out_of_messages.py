"""Questions kept inside our ready words are read out of them once; any other words stay as they are."""

import re

from django.db import migrations

SAY, NAME = "\0say\0", "\0name\0"
READY = (
    ("warm", "Hi {name}, thank you for your work with {child}. {say}"),
    ("warm", "Hi. I have a question about {child}. {say}"),
    ("firm", "Hello {name}, I am asking about {child}’s care. {say} Could I have the answer in writing?"),
    ("firm", "Hello. I am asking about {child}’s care. {say} Could I have the answer in writing?"),
)
QUOTES = '“”"'


def _read(text, *, to, child, bare):
    """The question in a message and the tone around it; ('', '') for words that are the parent's own.

    Whoever is greeted has a name without a comma, or goes by ``to``.
    """
    if text in bare:
        return text, "short"
    somebody = f"(?:[^,]{{1,80}}|{re.escape(to)})"
    for tone, ready in READY:
        words = re.escape(ready.format(name=NAME, child=child, say=SAY)).replace(r"\ ", r"\s+")
        found = re.fullmatch(words.replace(NAME, somebody).replace(SAY, "(.+)"), text, re.DOTALL)
        if found:
            return found[1].strip(), tone
    return "", ""


def _said_by(ask, child):
    """What a short question would say: the bare words it began with."""
    told = ask.flag and (getattr(ask.flag, "words", None) or ask.flag.as_told)  # its name before and after
    yield from [told["say"].strip().strip(QUOTES).strip()] if told else []
    yield from [ask.question.text] if ask.question else []
    yield from [ask.need.asks.replace("{child}", child)] if ask.need else []


def read_questions(apps, schema_editor):
    asks = apps.get_model("cases", "Ask").objects.using(schema_editor.connection.alias)
    parts = asks.select_related("case", "member", "flag", "question", "need")
    for ask in parts.filter(say="").iterator():
        child = ask.case.nickname
        to = ask.member.name if ask.member else ask.to_whom or "the team"
        text = ask.text.strip().strip(QUOTES).strip()
        ask.say, ask.tone = _read(text, to=to, child=child, bare=set(_said_by(ask, child)))
        if ask.say:
            ask.save(update_fields=["say", "tone"])


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0011_questions_stand_apart_from_greetings"),
        ("roles", "0001_initial"),
    ]

    operations = [
        migrations.RunPython(read_questions, migrations.RunPython.noop, elidable=True),
    ]
