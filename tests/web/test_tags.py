"""Tags every template has."""

import re

import pytest
from django.template import Context, Template, TemplateSyntaxError

from web.icons import ICONS, MARK_WORDS, MARKS


def drawn(source):
    return Template(source).render(Context())


def test_icon_is_hidden_from_screen_readers():
    assert 'aria-hidden="true"' in drawn('{% icon "bell" %}')


@pytest.mark.parametrize("source", ['{% icon "no-such" %}', '{% mark "no-such" %}'])
def test_unknown_drawing_is_an_error_at_once(source):
    with pytest.raises(TemplateSyntaxError):
        drawn(source)


@pytest.mark.parametrize("kind", sorted(MARKS))
def test_mark_says_its_words(kind):
    assert MARK_WORDS[kind] in drawn(f'{{% mark "{kind}" %}}')
    assert MARK_WORDS[kind] not in drawn(f'{{% mark "{kind}" False %}}')


def test_each_form_gets_a_key_of_its_own():
    assert drawn("{% form_key %}") != drawn("{% form_key %}")


def test_icons_are_shapes_only():
    shapes = "".join((*ICONS.values(), *MARKS.values()))
    assert set(re.findall(r"<(\w+)", shapes)) <= {"path", "circle", "rect", "line", "polyline", "ellipse"}
    assert shapes.count("<") == shapes.count("/>")
