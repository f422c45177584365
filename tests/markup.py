"""A page's markup without the line ends of its templates, for tests that look for tags and words in it.

Pure: no Django. Only what a browser shows the same reads the same: a space between two words, or beside an
inline tag, stays one space, and where there was none there is none. Only spaces inside an attribute's value
join, too: look at the page itself for a value that somebody typed.
"""

import re
from typing import Any

BLOCKS = (
    "html|head|meta|title|link|body|header|footer|main|nav|aside|article|section|div|p|h1|h2|h3|h4|ul|ol|li"
    "|dl|dt|dd|form|fieldset|legend|table|caption|thead|tbody|tr|th|td|details|summary|select|option|optgroup"
    "|hr|br"
)
"""Elements beside which a browser drops spaces, outside and within."""

_AS_TYPED = re.compile(r"(<(?:textarea|pre|script|style)\b.*?</(?:textarea|pre|script|style)>)", re.DOTALL)
_TAG = re.compile(r"""<(?:[^>"']|"[^"]*"|'[^']*')*>""")
_SPACES = re.compile(r"[ \t\r\n\f]+")
_BESIDE_A_BLOCK = re.compile(rf""" ?(</?(?:{BLOCKS})\b(?:[^>"']|"[^"]*"|'[^']*')*>) ?""")
_IN_A_BUTTON = re.compile(r"(<button\b[^>]*>) | (</button>)")


def flat(page: Any) -> str:
    """The markup of a response, or of a text, on one line; what was typed into a box stays as it is.

    >>> flat('<ul>\\n  <li\\n    class="a">One,\\n    <b>two</b>\\n  </li>\\n</ul>')
    '<ul><li class="a">One, <b>two</b></li></ul>'
    """
    html = page if isinstance(page, str) else page.content.decode()
    parts = _AS_TYPED.split(html)
    return "".join(part if at % 2 else _one_line(part) for at, part in enumerate(parts)).strip()


def _one_line(html: str) -> str:
    html = _TAG.sub(lambda tag: re.sub(r"\s+(/?>)$", r"\1", tag[0]), _SPACES.sub(" ", html))
    return _IN_A_BUTTON.sub(r"\1\2", _BESIDE_A_BLOCK.sub(r"\1", html))
