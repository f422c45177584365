"""Takes the marks of a web page out of a paste."""

from __future__ import annotations

import html
import re

_TAGS = (
    "a|abbr|address|article|b|big|body|blockquote|center|code|dd|dl|dt|em|font|footer|h[1-6]|head|header|hr|html"
    "|i|img|li|link|meta|o:p|ol|p|pre|s|section|small|span|strong|sub|sup|table|tbody|td|th|tr|u|ul|br|div"
)
_INLINE = re.compile(
    r"</?(?:a|abbr|b|big|code|em|font|i|img|o:p|s|small|span|strong|sub|sup|u)(?:\s[^<>]*)?/?>", re.I
)
_TAG = re.compile(rf"</?(?:{_TAGS})(?:\s[^<>]*)?/?>", re.I)
_UNSEEN = re.compile(r"<(style|script|title)\b[^<>]*>[^<]*</\1>|<!--[^>]*-->", re.I)


def without_markup(text: str) -> str:
    """A paste of a web page as it looks: no tags, no "&nbsp;". Other text stays as it is."""
    if "<" not in text and "&" not in text:
        return text
    seen = _TAG.sub("\n", _INLINE.sub("", _UNSEEN.sub("", text)))
    lines = html.unescape(seen).replace("\xa0", " ")
    return re.sub(r"\n\s*\n+", "\n", lines).strip() if seen != text else lines
