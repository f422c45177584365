"""No sentence of the product's Python is said without a mark, also where no page of the tests goes."""

import ast
import re
from collections.abc import Iterator

import pytest

from tests.language.pseudo import ROOT, WORDS

APPS = (
    "cases",
    "coaching",
    "roles",
    "platform/accounts",
    "platform/audit",
    "platform/notify",
    "platform/web",
)
SENTENCE = re.compile(r"[^\W\d_]{2,}[,:]? [^\W\d_]|[^\W\d_]{2,}[.?!]$")
MARKUP = re.compile(r"<|--|^data:|^\n|\.(?:html|txt|py|log|css|js)$|^[\w.]+\.[a-z_.]+$")

PUT_TOGETHER = (ast.JoinedStr, ast.BinOp)  # in a mark: no catalogue finds what is made as it is said

#: What is inside these is for programmers, for the schema of the API, or for the record of acts.
FOR_OTHERS = {"ValueError", "TypeError", "RuntimeError", "NotAllowed", "NotWritten", "TemplateSyntaxError"}
FOR_OTHERS |= {"ImproperlyConfigured", "Http404", "compile", "_words", "OpenApiParameter", "logger"}
KEYWORDS = {"css", "description", "help_text", "through", "verb"}

#: Files and folders whose words nobody reads on a page, and why.
NOT_SAID = {
    "cases/migrations": "rows as they were told before",
    "platform/accounts/migrations": "made by Django",
    "platform/accounts/tidying.py": "a line of the worker's log",
    "platform/audit/models.py": "a slip of a programmer",
    "platform/notify/admin.py": "for those who run the site",
    "platform/notify/delivery.py": "for those who run the site",
    "platform/notify/migrations": "made by Django",
    "platform/notify/models.py": "for those who run the site",
    "platform/web/fonts": "names of fonts; nothing there runs with the product",
    "platform/web/given.py": "SQL",
    "platform/web/middleware.py": "headers",
    "platform/web/security_txt.py": "a file for those who look for weak places",
    "roles/api/answers.py": "the schema of the API",
    "roles/decode": "words that are read in a signature",
    "roles/loading": "for those who edit the catalogue",
    "roles/management": "for those who edit the catalogue",
    "roles/migrations": "made by Django",
    "roles/models": "for those who edit the catalogue; pages have roles.presenters.words",
    "roles/presenters/words.py": "a code of the catalogue",
    "roles/state_titles.py": "words that are read in the catalogue",
}


def unmarked(source: str) -> Iterator[tuple[int, str]]:
    """Line and text of every sentence that nobody marked."""
    tree = ast.parse(source)
    left_out = {id(inner) for node in ast.walk(tree) for part in _not_said(node) for inner in ast.walk(part)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and id(node) not in left_out and _is_sentence(node.value):
            yield node.lineno, str(node.value)
        if isinstance(node, ast.Call) and _names(node.func) & set(WORDS):
            yield from ((arg.lineno, ast.unparse(arg)) for arg in node.args if isinstance(arg, PUT_TOGETHER))


def _is_sentence(value: object) -> bool:
    return isinstance(value, str) and bool(SENTENCE.search(value)) and not MARKUP.search(value)


def _not_said(node: ast.AST) -> list[ast.AST]:
    """Docstrings, what is marked, what is for others, and what a row calls itself."""
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
        return [node]
    if isinstance(node, ast.FunctionDef) and node.name == "__str__":
        return [node]
    if isinstance(node, ast.Call) and _names(node.func) & {*WORDS, *FOR_OTHERS}:
        return [node]
    if isinstance(node, ast.keyword) and node.arg in KEYWORDS:
        return [node]
    if isinstance(node, ast.Tuple) and len(node.elts) == 2 and isinstance(node.elts[1], ast.Call):
        return [node.elts[0]]  # the value of a choice beside its label
    return []


def _names(func: ast.expr) -> set[str]:
    return {part.id if isinstance(part, ast.Name) else part.attr for part in _parts(func)}


def _parts(func: ast.expr) -> list[ast.Name | ast.Attribute]:
    return [part for part in ast.walk(func) if isinstance(part, ast.Name | ast.Attribute)]


def listed(path: str) -> str:
    """The entry of the list that a file falls under, or ''."""
    return next((place for place in NOT_SAID if path == place or path.startswith(f"{place}/")), "")


@pytest.fixture(scope="module")
def found() -> dict[str, list[str]]:
    said: dict[str, list[str]] = {}
    for path in (path for app in APPS for path in (ROOT / app).rglob("*.py")):
        name = str(path.relative_to(ROOT))
        for line, text in unmarked(path.read_text()):
            said.setdefault(name, []).append(f"{name}:{line}: {text!r}")
    return said


def test_every_sentence_in_python_is_marked(found):
    assert not [text for path, texts in found.items() if not listed(path) for text in texts]


def test_every_place_that_is_left_out_has_words(found):
    assert {listed(path) for path in found} - {""} == set(NOT_SAID)


@pytest.mark.parametrize(
    ("source", "texts"),
    [
        ('messages.success(request, "All is saved.")', ["All is saved."]),
        ('messages.success(request, _("All is saved."))', []),
        ('_(f"Ask {name}")', ["f'Ask {name}'"]),
        ('_("Ask " + name)', ["'Ask ' + name"]),
        ('words = f"Ask {name} about it"', [" about it"]),
        ('CHOICES = (("skills helper", _("A skills helper")),)', []),
        ('raise ValueError("no such thing")', []),
        ('logger.info("no such %s", thing)', []),
        ('render(request, "cases/room.html")', []),
        ('"""What it does."""', []),
    ],
)
def test_what_is_taken_for_a_sentence(source, texts):
    assert [text for _, text in unmarked(source)] == texts
