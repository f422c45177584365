"""Lines of templates that say too much at once: too long, or with a block that opens inside another."""

import re
from collections.abc import Iterator

from django.conf import settings

TEMPLATES = settings.ROOT / "templates"
LONGEST = 160
_OPENS = re.compile(r"\{% *(?:autoescape|blocktrans|blocktranslate|filter|for|if|ifchanged|spaceless|with)\b")


def sources() -> Iterator[tuple[str, str]]:
    """Name and text of every template: pages, parts of pages, mails, messages."""
    for path in sorted(TEMPLATES.rglob("*.*")):
        yield path.relative_to(TEMPLATES).as_posix(), path.read_text()


def crowded(text: str) -> Iterator[tuple[int, str]]:
    """Number of each line that is too much, and why."""
    for number, line in enumerate(text.splitlines(), start=1):
        if len(line) > LONGEST:
            yield number, f"{len(line)} characters"
        if (blocks := len(_OPENS.findall(line))) > 1:
            yield number, f"{blocks} blocks begin here"


def all_crowded() -> list[str]:
    """``templates/name:line: why`` of every line that is too much."""
    return [f"templates/{name}:{line}: {why}" for name, text in sources() for line, why in crowded(text)]
