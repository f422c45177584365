"""Tags every template has: icons, marks, the brand, and the one-use key of a form."""

from collections.abc import Iterable
from functools import cache
from typing import Any

from django import template
from django.forms import BoundField, CheckboxInput, CheckboxSelectMultiple, RadioSelect
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext

from web.form_keys import new_key
from web.icons import ICONS, MARK_WORDS, MARKS
from web.icons import sprite as draw_sprite
from web.nav import Place, places

register = template.Library()
SPRITE = mark_safe(draw_sprite())  # noqa: S308  our own constants
TAB_ICON = mark_safe(  # noqa: S308  as above
    "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 34 34'%3E"
    "%3Crect x='3' y='12.5' width='28' height='10' rx='5' fill='%230D4A45'/%3E%3C/svg%3E"
)
NOTES = {"warning": "note note--ask", "error": "note note--err"}


@register.simple_tag
@cache
def icon(name: str, css: str = "") -> SafeString:
    """A small drawing beside words; hidden from screen readers. Unknown names are an error."""
    if name not in ICONS:
        raise template.TemplateSyntaxError(f"No icon called {name!r}; see web/icons.py.")
    return format_html(
        '<svg class="{}" aria-hidden="true" viewBox="0 0 24 24" width="24" height="24">'
        '<use href="#i-{}"/></svg>',
        f"i {css}".strip(),
        name,
    )


@register.simple_tag
def mark(kind: str, words: bool = True) -> SafeString:
    """One of the five marks of the grid, with its words for screen readers unless they stand beside it."""
    if kind not in MARKS:
        raise template.TemplateSyntaxError(f"No mark called {kind!r}; one of {', '.join(MARKS)}.")
    return _drawn(kind, gettext(MARK_WORDS[kind]) if words else "")


@cache
def _drawn(kind: str, words: str) -> SafeString:
    """A grid has as many as people times needs."""
    said = format_html('<span class="vh">{}</span>', words) if words else ""
    return format_html(
        '<svg class="mark mark--{}" aria-hidden="true" viewBox="0 0 28 28"><use href="#m-{}"/></svg>{}',
        kind,
        kind,
        said,
    )


@register.simple_tag
def sprite() -> SafeString:
    """The drawings themselves, once per page."""
    return format_html('<svg class="sprite" width="0" height="0" aria-hidden="true">{}</svg>', SPRITE)


@register.inclusion_tag("web/_brand.html")
def brand() -> dict[str, Any]:
    return {}


@register.simple_tag
def tab_icon() -> SafeString:
    """The picture in a browser's tab: within the page, so nobody asks for it."""
    return TAB_ICON


@register.simple_tag(takes_context=True)
def form_key(context: dict[str, Any]) -> SafeString:
    """The one-use key of a form: a second submit finds the first one's result (see ``web.idempotency``)."""
    key = new_key(getattr(context.get("request"), "user", None))
    return format_html('<input type="hidden" name="form_key" value="{}">', key)


@register.simple_tag(takes_context=True)
def main_places(context: dict[str, Any]) -> list[Place]:
    """Where the main navigation leads from this page, the present place marked."""
    request = context.get("request")
    return places(
        here=str(context.get("here", "")),
        path=getattr(request, "path", ""),
        room=context.get("room"),
        user=getattr(request, "user", None),
    )


@register.filter
def note_css(level: str) -> str:
    """How a message looks, by how much it wants to be seen."""
    return NOTES.get(level, "note")


@register.filter
def linked(places: Iterable[tuple[str, str]]) -> SafeString:
    """(address, words) pairs as links in a row, for a place inside a sentence."""
    return format_html_join(", ", '<a href="{}">{}</a>', places)


@register.filter
def dressed(field: BoundField) -> SafeString:
    """A form field in our clothes: the ``input`` class added to whatever the widget carries already."""
    kept = field.field.widget.attrs.get("class", "")
    return field.as_widget(attrs={"class": f"input {kept}".strip()})


@register.filter
def shape(field: BoundField) -> str:
    """How a field is drawn: ``choices``, ``check`` or ``input``."""
    widget = field.field.widget
    if isinstance(widget, RadioSelect | CheckboxSelectMultiple):
        return "choices"
    return "check" if isinstance(widget, CheckboxInput) else "input"
