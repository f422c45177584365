"""Every visible sentence passes gettext, comes from the catalogue of roles, or was typed by somebody."""

import logging
import re
from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.core.mail import EmailMessage
from django.test import Client

from accounts.models import User
from cases.services.reminders import remind_unanswered
from demo.family import make_family
from notify.delivery import deliver_due
from tests import inside
from tests.browser.pages import PAGES, Page
from tests.language.data import known
from tests.language.pseudo import CODE, ROOT, in_python, in_template, marked, write_catalogue
from tests.language.visible import Known, texts_of
from tests.language.walk import TYPED, Walk, part_of

MAILS = 5
TOLD_THEN = "(?:(?<=this is sorted:⟧)|(?<=now” to this:⟧)|(?<=this differently:⟧)).*"
"""The log names a flag as it was told then, in the language of then."""
FRAME = "the frame around each page"


@pytest.fixture
def walk(catalogue, moment, time_machine, caplog, request):
    """Told in English so far; from now on everybody reads the other language."""
    caplog.set_level(logging.CRITICAL, logger="django")  # refused forms are part of the walk
    time_machine.move_to(moment, tick=False)
    make_family(now=moment)
    cast = inside.cast()
    User.objects.update(language=CODE)
    request.getfixturevalue("pseudo")
    return Walk(cast)


def findings(walk: Walk, pages: list[Page] = PAGES) -> Iterator[tuple[str, str]]:
    """Page and text of everything that could not be said in another language."""
    data, seen = known(besides=TYPED), set[tuple[str, str]]()
    for page, how, html in walk.everywhere(pages):
        inner, frame = part_of(html)
        for name, part in ((page, inner), (FRAME, frame)):
            for text in texts_of(part):
                if (name, text) not in seen and data.foreign(re.sub(TOLD_THEN, "", text)):
                    yield name, f"{text!r} {how}".strip()
                seen.add((name, text))


def test_every_mail_is_in_the_language_of_its_reader(walk, moment, mailoutbox):
    remind_unanswered(now=moment)
    deliver_due(clock=lambda: moment + timedelta(minutes=10))
    for form in ("/join/", "/reset/", "/sign-in/code/"):
        for address in ("renee@example.org", "new-person@example.org"):
            Client().post(form, {"email": address, "password1": "four little words go"})
    data = known(besides=["renee@example.org", "new-person@example.org"])
    assert len({mail.subject for mail in mailoutbox}) >= MAILS
    assert not [f"{mail.subject}: {line}" for mail in mailoutbox for line in unmarked(mail, data)]


def unmarked(mail: EmailMessage, data: Known) -> list[str]:
    lines = [mail.subject, *mail.body.splitlines()]
    without_keys = (re.sub(r"https?://\S+|^[A-Z]{4}-[A-Z]{4}$", "", line) for line in lines)
    return [line for line in without_keys if data.foreign(line)]


def test_every_sentence_of_every_page_passes_gettext_or_is_data(walk):
    told = [f"{page}: {text}" for page, text in findings(walk)]
    assert not told, "\n".join([f"{len(told)} texts without gettext", *told])


def test_a_sentence_that_nobody_marked_is_named_with_its_page(settings, tmp_path, catalogue):
    said = "Where our facts come from"
    write_catalogue(tmp_path, without=said)
    settings.LOCALE_PATHS, settings.LANGUAGE_CODE = [tmp_path], CODE
    pages = [page for page in PAGES if page.name in ("about-facts", "about-help")]
    found = list(findings(Walk({"words": {}}), pages))
    assert set(found) == {
        (FRAME, f"{said!r}"),
        ("about-facts", f"{said!r}"),
        ("about-facts", f"{f'{said} - Who’s in the Room'!r}"),
    }


HERE = Known(["Tasha R.", "family therapist", "Leads the plan. Meets you weekly."])


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("⟦Ask⟧ Tasha R. ⟦about it.⟧", ""),
        ("⟦Ask⟧ Tasha R. about it.", "about it"),
        ("⟦Ask⟧ ⟦a⟧ family therapist, 12", ""),
        ("Ask the family therapist", "ask the"),
        ("Meets you weekly.", ""),
        ("Meets you", "meets you"),
        ("", ""),
    ],
)
def test_what_is_neither_marked_nor_data_is_seen(text, left):
    assert HERE.foreign(text) == left


def test_places_stay_outside_the_marks():
    assert marked("Ask %(name)s about <b>this</b>.") == "⟦Ask⟧ %(name)s ⟦about⟧ <b>⟦this⟧</b>⟦.⟧"


@pytest.mark.parametrize(
    ("source", "keys"),
    [
        ('_("Ask " "me")', ["Ask me"]),
        ('translation.gettext_lazy("Ask")', ["Ask"]),
        ('ngettext("%(n)s day", "%(n)s days", n)', ["%(n)s day\0%(n)s days"]),
        ('pgettext("a verb", "Ask")', ["a verb\x04Ask"]),
        ('_(f"Ask {name}")', []),
        ("f\"{_('Ask')} me\"", []),
        ("_(words)", []),
        ('said("Ask")', []),
    ],
)
def test_what_a_catalogue_finds_in_python(source, keys):
    assert list(in_python(source)) == keys


@pytest.mark.parametrize(
    ("source", "keys"),
    [
        ('{% translate "Ask" %}', ["Ask"]),
        ("{% blocktranslate with n=name %}Ask {{ n }}.{% endblocktranslate %}", ["Ask %(n)s."]),
        (
            "{% blocktranslate count n=days %}a day{% plural %}{{ n }} days{% endblocktranslate %}",
            ["a day\0%(n)s days"],
        ),
        ('{% include "x.html" with words=_("Ask") %}', ["Ask"]),
        ("<p>Ask</p>{% translate words %}", []),
    ],
)
def test_what_a_catalogue_finds_in_a_template(source, keys):
    assert list(in_template(source)) == keys


def test_the_script_says_only_what_the_page_has_for_it():
    script = (ROOT / "platform/web/static/js/room.js").read_text()
    assert not re.findall(r"""["'`][A-Z][a-z’]+[ .][^"'`]*["'`]""", script)
    assert not re.findall(r"""(?:textContent|title) = ["'`][^"'`]""", script)


def test_the_style_says_only_what_the_page_has_for_it():
    for sheet in (ROOT / "platform/web/static/css").glob("*.css"):
        assert not re.findall(r"""content: ["'][^"']*[A-Za-z]""", sheet.read_text()), sheet


def test_texts_of_a_page_are_those_that_are_seen_or_spoken():
    page = '<title>A</title><p title="B">C <b>D</b></p><input type=submit value=E><input value=F><style>G'
    assert texts_of(page) == ["A", "B", "C", "D", "E"]
