"""The forms of a page, to be sent as they stand, with nothing in them, and filled in."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from html.parser import HTMLParser

TICKED = {"radio", "checkbox"}
NEVER_SENT = {"submit", "button", "reset", "file", "image"}
Sent = dict[str, list[str]]
#: What is written into an empty field, by its name or its type.
WRITTEN = {
    "email": "new-person@example.org",
    "date": (date.today() + timedelta(days=100)).isoformat(),
    "password1": "four little words go",
    "text": "Slept well. Calm on the bus.",
}


@dataclass
class Form:
    """Where it goes, what it says as it stands, and its buttons as (name, value)."""

    to: str
    says: Sent = field(default_factory=dict)
    open: Sent = field(default_factory=dict)  # what may be written or picked, beside what stands there
    hidden: set[str] = field(default_factory=set)
    asked: set[str] = field(default_factory=set)  # fields that wait for words or for a choice
    buttons: list[tuple[str, str]] = field(default_factory=list)

    def says_too(self, name: str, value: str) -> None:
        if name:
            self.says.setdefault(name, []).append(value)

    def sendings(self) -> Iterator[tuple[str, Sent]]:
        """Each button pressed, with the form as it stands, with its fields left empty, and filled in."""
        empty = {name: said for name, said in self.says.items() if name in self.hidden}
        written = {name: said for name, said in self.says.items() if any(said)}
        filled = {**self.says, **self.open, **written}
        buttons = self.buttons or [("", "")]
        for name, value in buttons:
            pressed = {name: [value]} if name else {}
            yield f"{name}={value}", {**self.says, **pressed}
            if self.asked - set(written):
                yield f"{name}={value}, filled", {**filled, **pressed}
        if len(empty) < len(self.says):  # the same slips whichever button is pressed
            yield f"{name}={value}, empty", {**empty, **pressed}


class _Forms(HTMLParser):
    def __init__(self, path: str) -> None:
        super().__init__()
        self.path, self.found = path, list[Form]()
        self.now: Form | None = None
        self.list, self.area = "", ""
        self.ids, self.far = dict[str, Form](), list[tuple[str, tuple[str, str]]]()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = {name: value or "" for name, value in attrs}
        if tag == "button" and said.get("form"):
            self.far.append((said["form"], (said.get("name", ""), said.get("value", ""))))
            return
        if tag == "form":
            posts = said.get("method", "").lower() == "post"
            self.now = Form(said.get("action") or self.path) if posts else None
            self.found += [self.now] if self.now else []
            self.ids |= {said["id"]: self.now} if self.now and "id" in said else {}
        if self.now is not None and tag in ("input", "button", "select", "option", "textarea"):
            getattr(self, f"_{tag}")(self.now, said)

    def _input(self, form: Form, said: dict[str, str]) -> None:
        kind, name = said.get("type", "text"), said.get("name", "")
        if kind in TICKED:
            form.open.setdefault(name, [said.get("value", "")])
            form.asked.add(name)
        elif kind not in NEVER_SENT and kind != "hidden":
            form.open[name] = [WRITTEN.get(name) or WRITTEN.get(kind) or WRITTEN["text"]]
            form.asked.add(name)
        if kind in NEVER_SENT or (kind in TICKED and "checked" not in said):
            return
        form.says_too(said.get("name", ""), said.get("value", ""))
        if kind == "hidden":
            form.hidden.add(said.get("name", ""))

    def _button(self, form: Form, said: dict[str, str]) -> None:
        if said.get("type", "submit") == "submit":
            form.buttons.append((said.get("name", ""), said.get("value", "")))

    def _select(self, form: Form, said: dict[str, str]) -> None:
        self.list = said.get("name", "")

    def _option(self, form: Form, said: dict[str, str]) -> None:
        if "selected" in said:
            form.says_too(self.list, said.get("value", ""))
        if said.get("value"):
            form.open[self.list] = [said["value"]]

    def _textarea(self, form: Form, said: dict[str, str]) -> None:
        self.area = said.get("name", "")
        form.open[self.area] = [WRITTEN["text"]]
        form.asked.add(self.area)

    def handle_data(self, data: str) -> None:
        if self.area and self.now is not None:
            self.now.says_too(self.area, data.strip())
            self.area = ""

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self.now = None
        self.area = "" if tag == "textarea" else self.area


def forms_of(html: str, path: str) -> list[Form]:
    """Those that are sent by POST."""
    reader = _Forms(path)
    reader.feed(html)
    for name, button in reader.far:
        if name in reader.ids:
            reader.ids[name].buttons.append(button)
    return reader.found
