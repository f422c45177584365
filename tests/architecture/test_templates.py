"""A line of a template holds what a reader takes in at once: 160 characters, and one block that begins."""

import pytest

from tests.architecture.templates import LONGEST, all_crowded, crowded, sources


def test_there_are_templates_to_look_at():
    assert len(list(sources())) > 100


def test_no_line_of_a_template_is_too_much():
    assert_none(all_crowded())


def assert_none(lines):
    assert not lines, "\n".join(["too much in one line:", *lines])


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("x" * LONGEST, []),
        ("one\n" + "x" * (LONGEST + 1), [(2, "161 characters")]),
        ("’" * LONGEST, []),
        ("{% if a %}b{% endif %}", []),
        (
            '<p title="{% if a %}b{% endif %}">{% for c in d %}{{ c }}{% endfor %}',
            [(1, "2 blocks begin here")],
        ),
        ("{% block title %}{% blocktranslate %}a{% endblocktranslate %}{% endblock %}", []),
        ('{% url "a" %}{% include "b" %}{% translate "c" %}{% if d %}e{% else %}f{% endif %}', []),
    ],
)
def test_a_line_that_is_too_much_is_seen_with_its_number(text, told):
    assert list(crowded(text)) == told


def test_a_finding_names_file_and_line(tmp_path, monkeypatch):
    (tmp_path / "a.html").write_text("fine\n" + "x" * 161)
    monkeypatch.setattr("tests.architecture.templates.TEMPLATES", tmp_path)
    with pytest.raises(AssertionError, match=r"templates/a\.html:2: 161 characters"):
        assert_none(all_crowded())
