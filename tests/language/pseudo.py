"""A language in which every sentence of the sources is there, in marks: a real catalogue, made for a test.

Marked are the words of a sentence, never what stands in its places: '⟦Ask ⟧%(name)s⟦.⟧'. So a name, a number
or half an English sentence that was put in a place is seen beside the marks.
"""

import ast
import gettext
import re
import struct
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import allauth
import django
import rest_framework
from django.utils.translation.template import templatize

ROOT = Path(__file__).resolve().parents[2]
SOURCES = ("cases", "coaching", "platform", "roles")
CODE = "qps"  # a code that no language has
OPEN, CLOSE = "⟦", "⟧"
CONTEXT, PLURAL = "\x04", "\0"

#: How many of its first arguments are words, the context among them: what ``makemessages`` looks for.
WORDS = {"_": 1, "gettext": 1, "gettext_lazy": 1, "gettext_noop": 1, "ngettext": 2, "ngettext_lazy": 2}
WORDS |= {"pgettext": 2, "pgettext_lazy": 2, "npgettext": 3, "npgettext_lazy": 3}

_CALL = re.compile(r"\b(n?p?gettext|_)\((?=\s*u?['\"])")
_LITERAL = re.compile(r"\s*,?\s*(u?(?:\"(?:[^\"\\]|\\.)*\"|'(?:[^'\\]|\\.)*'))", re.S)
_PLACE = re.compile(r"(%\(\w+\)[sd]|%[sd%]|\{\w*\}|<[^>]*>|&\w+;)")
_OTHERS = (
    Path(django.__file__).parent / "conf",
    *(Path(django.__file__).parent / "contrib" / app for app in ("admin", "auth")),
    Path(rest_framework.__file__).parent,
    Path(allauth.__file__).parent,
)


def marked(words: str) -> str:
    """The words in marks, what stands between places one by one; spaces stay outside.

    >>> marked("Ask %(name)s about <b>this</b>.")
    '⟦Ask⟧ %(name)s ⟦about⟧ <b>⟦this⟧</b>⟦.⟧'
    """
    parts = _PLACE.split(words)
    return "".join(part if number % 2 else _in_marks(part) for number, part in enumerate(parts))


def _in_marks(part: str) -> str:
    inner = part.strip()
    return part.replace(inner, f"{OPEN}{inner}{CLOSE}", 1) if inner else part


def in_python(text: str) -> Iterator[str]:
    """The keys of a catalogue that stand in a Python file. Within an f-string none is looked for."""
    for node in _outside_f_strings(ast.parse(text)):
        if isinstance(node, ast.Call) and (name := _called(node.func)) in WORDS:
            words = [arg.value for arg in node.args[: WORDS[name]] if isinstance(arg, ast.Constant)]
            if len(words) == WORDS[name] and all(isinstance(word, str) for word in words):
                yield _key(name, words)


def _outside_f_strings(node: ast.AST) -> Iterator[ast.AST]:
    yield node
    for child in ast.iter_child_nodes(node):
        if not isinstance(child, ast.JoinedStr):
            yield from _outside_f_strings(child)


def _called(func: ast.expr) -> str:
    return func.id if isinstance(func, ast.Name) else func.attr if isinstance(func, ast.Attribute) else ""


def in_template(text: str) -> Iterator[str]:
    """The keys of a catalogue that stand in a template."""
    source = templatize(text)
    for call in _CALL.finditer(source):
        name, at, words = call[1], call.end(), []
        while len(words) < WORDS[name] and (literal := _LITERAL.match(source, at)):
            words.append(ast.literal_eval(literal[1]))
            at = literal.end()
        yield _key(name, words)


def _key(name: str, words: list[str]) -> str:
    context = f"{words.pop(0)}{CONTEXT}" if "p" in name.split("gettext")[0] else ""
    return context + PLURAL.join(words)


@cache
def ours() -> frozenset[str]:
    """Every key in the sources of the product."""
    found: set[str] = set()
    for folder in SOURCES:
        for path in (ROOT / folder).rglob("*.py"):
            text = path.read_text()
            if "gettext" in text:
                found.update(in_python(text))
    for path in (ROOT / "templates").rglob("*.*"):
        text = path.read_text()
        if "{%" in text or "_(" in text:
            found.update(in_template(text))
    return frozenset(found)


@cache
def of_others() -> frozenset[str]:
    """The keys of the frameworks under it: they bring their own languages along."""
    found: set[str] = set()
    for folder in _OTHERS:
        for language in ("es", "de"):
            with (folder / "locale" / language / "LC_MESSAGES" / "django.mo").open("rb") as file:
                catalogue = gettext.GNUTranslations(file)._catalog  # type: ignore[attr-defined]
            singles = {key for key in catalogue if isinstance(key, str)}
            found |= singles - {""}
    return frozenset(found)


def write_catalogue(folder: Path, *, without: str = "") -> None:
    """A compiled catalogue below ``folder``, for ``LOCALE_PATHS``; ``without`` is one key of ours."""
    entries = {"": "Content-Type: text/plain; charset=UTF-8\nPlural-Forms: nplurals=2; plural=(n != 1);\n"}
    for key in sorted((ours() | of_others()) - {without}):
        words = key.rpartition(CONTEXT)[2].split(PLURAL)
        entries[key] = PLURAL.join(marked(word) for word in words)
    path = folder / CODE / "LC_MESSAGES" / "django.mo"
    path.parent.mkdir(parents=True)
    path.write_bytes(_compiled(entries))


def _compiled(entries: dict[str, str]) -> bytes:
    """The format of GNU gettext: a head, a table of keys, a table of words, and all of them in a row."""
    head, size = 7 * 4, len(entries) * 8
    rows = [(key.encode(), words.encode()) for key, words in sorted(entries.items())]
    tables, heap = [b"", b""], b""
    for side in (0, 1):
        for row in rows:
            tables[side] += struct.pack("<II", len(row[side]), head + 2 * size + len(heap))
            heap += row[side] + b"\0"
    return struct.pack("<7I", 0x950412DE, 0, len(rows), head, head + size, 0, 0) + b"".join(tables) + heap
