"""Fields for words: never cut in silence, and free of signs that nobody sees."""

import re
import unicodedata
from typing import TYPE_CHECKING, Any, ClassVar, TypeAlias

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

Text: TypeAlias = "str | _StrPromise"
"""Words that may be said later, in the language of whoever reads them."""

TOO_LONG = ngettext_lazy(
    "That is %(show_value)d character. We can keep %(limit_value)d. Take out a little and save again.",
    "That is %(show_value)d characters. We can keep %(limit_value)d. Take out a little and save again.",
    "show_value",
)

# They turn the direction of what follows, or hide inside a word: a name with one in it could scramble the
# page around it. The letters of every script stay.
UNSEEN = re.compile(
    "[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb]"
)
# Persian, the scripts of India and emoji need the two joiners, but only between what they join.
LONELY = re.compile("(?<!\\S)[\u200c\u200d]+|[\u200c\u200d]+(?!\\S)")


# By their kind these are letters or pictures, and nothing of them is drawn.
BLANK = frozenset("\u115f\u1160\u2800\u3164\uffa0")
INVISIBLE = frozenset(("Cc", "Cf", "Mn", "Me", "Zs", "Zl", "Zp"))


def seen(text: str) -> str:
    """The text without the signs that only steer how it is shown; '' where nothing else is in it."""
    kept = LONELY.sub("", UNSEEN.sub("", text))
    return kept if any(map(_is_drawn, kept)) else ""


def _is_drawn(sign: str) -> bool:
    return sign not in BLANK and unicodedata.category(sign) not in INVISIBLE


def in_one_line(text: str) -> str:
    """The text of a field of one line, however it was sent: a space stands for each break."""
    lines = text.splitlines()
    return " ".join(filter(None, map(str.strip, lines))) if len(lines) > 1 else text


ZERO = "\N{SYMBOL FOR NULL}"
"""What stands for the byte 0 in a form, so that a person sees where it was. No database keeps the byte."""
NO_ZERO = _("One sign in this can’t be kept. It looks like this: ␀. Take it out and save again.")


def without_zero(value: str) -> str:
    """The text; one that holds what stands for the byte 0 is asked back."""
    if ZERO in value:
        raise forms.ValidationError(NO_ZERO)
    return value


class OneOf(forms.ChoiceField):
    """One of several answers; what is none of them is said in our words."""

    default_error_messages: ClassVar[dict[str, Any]] = {
        "required": _("Pick one of these answers."),
        "invalid_choice": _("Pick one of these answers."),
    }


class Words(forms.CharField):
    """Text with a limit that is said, not enforced by the browser: ``maxlength`` cuts a paste in silence."""

    def __init__(self, *, too_long: Text = TOO_LONG, missing: Text = "", **kwargs: Any) -> None:
        messages = {"max_length": too_long, **({"required": missing} if missing else {})}
        super().__init__(error_messages=messages, **kwargs)

    def to_python(self, value: Any) -> Any:
        if not isinstance(value, str):
            return super().to_python(value)
        kept = without_zero(seen(value))
        return super().to_python(kept if isinstance(self.widget, forms.Textarea) else in_one_line(kept))

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        attrs = super().widget_attrs(widget)
        attrs.pop("maxlength", None)
        return {"autocomplete": widget.attrs.get("autocomplete", "off"), **attrs}
