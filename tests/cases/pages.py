"""Small helpers for tests that look at pages."""

import re
from html import unescape

from django.http import HttpResponse

from cases.models import Flag

BLOCKS = r"p|li|h\d|dt|dd|div|label|legend|button|summary|td|th|tr|span|section"


def words(response: HttpResponse) -> str:
    return response.content.decode()


def said(response: HttpResponse) -> str:
    """What a reader reads: the text of the main part, spaces made even."""
    main = words(response).split('<main id="main"', 1)[1].split("</main>")[0].split(">", 1)[1]
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", main)).split())


def main_of(response: HttpResponse) -> str:
    return words(response).split('<main id="main"', 1)[1].split("</main>")[0]


def values_of(response: HttpResponse, name: str) -> list[str]:
    """The values of all fields of one name, in order."""
    return re.findall(rf'name="{name}" value="([^"]*)"', words(response))


def lines(response: HttpResponse) -> str:
    """What a reader reads, each block on its own line; answers to pick from and source titles left out."""
    main = re.sub(r"<(select|option|textarea)\b.*?</\1>", "", main_of(response), flags=re.S)
    main = re.sub(r'<a href="https?:.*?</a>', "", main, flags=re.S)
    main = re.sub(
        r"</?(p|li|h\d|dt|dd|div|label|legend|button|summary|td|th|tr|span|section)\b[^>]*>", "\n", main
    )
    return unescape(re.sub(r"<[^>]+>", " ", main).split(">", 1)[-1])


def as_told(flag: Flag) -> dict[str, str]:
    """The words the parent was last told this flag in."""
    return flag.tellings.last().words
