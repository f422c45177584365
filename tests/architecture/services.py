"""Every function of the services, found by looking: which are acts of a person, and how each is tried."""

import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

PACKAGES = ("cases.services", "coaching.services")

#: Parts of an act: no page calls them, and the act they belong to has asked.
INSIDE = {
    "cases.services.answers": "what an answer changes around its question, for asks.py",
    "cases.services.ask_steps": "the steps that every act on a question takes, for asks.py",
    "cases.services.followed": "which answer comes after one that is taken back, for its undo",
    "cases.services.told_trainings": "the trainings that an answer tells of, for told.py",
    "cases.services.flags.sorted_by_another": "whose word sorts it once an answer is taken back",
    "cases.services.backing": "who stands behind whom, for an act that somebody left or is here",
    "cases.services.told_here": "what an agreement means to questions that asked for it, for agreements.py",
    "cases.services.told": "what an answer tells about a person, for asks.py",
    "cases.services.flags.decided_as_before": "decisions that an act had opened, for its undo",
    "cases.services.flags.rest_on_what_they_say": "the same, once the flags are rechecked",
    "cases.services.credentials": "reading letters for an act that changed them",
    "cases.services.rooms.log": "a line about an act that asked",
    "cases.services.overwritten": "lines about an act that asked",
    "cases.services.rooms.unsay": "takes that line back with its act",
}
#: What asks for nobody, and why it need not.
FOR_NOBODY = {
    "cases.services.agreements.asks_who_leads": "looks at a row somebody has already",
    "cases.services.agreements.may_lead": "looks at a row somebody has already",
    "cases.services.asks.whom": "words for a row somebody has already",
    "cases.services.flags.sorted_by": "looks at rows somebody has already",
    "cases.services.behind": "the clock and the catalogue, over all rooms",
    "cases.services.flags.return_put_off_flags": "the clock, over all rooms",
    "cases.services.twins": "looks for a question beside one of an act that asked",
    "cases.services.locking": "holds rows for an act that asked",
    "cases.services.recheck": "runs the rules over a room as it is; decides nothing for anybody",
    "cases.services.reminder_clock": "works out when a reminder is due",
    "cases.services.reminder_door": "the clock, over all rooms; a row goes to whose question it is",
    "cases.services.reminder_past": "what clocks are worked out from",
    "cases.services.reminders": "the clock, over all rooms",
    "coaching.services.changes.latest": "one number of the whole site",
    "coaching.services.changes.state_for": "goes through visible_to",
    "coaching.services.invitations.mail_state": "looks at a row somebody has already",
    "coaching.services.invitations.open_invitation": "looks into a room somebody has already",
    "coaching.services.invitations.open_share": "looks into a room somebody has already",
    "coaching.services.invitations.was_declined": "looks into a room somebody has already",
    "coaching.services.messages.unread": "looks into a thread somebody has already",
    "coaching.services.notices": "puts ids into the outbox for an act that asked",
}


@dataclass(frozen=True)
class Service:
    name: str
    act: Callable[..., Any]

    @property
    def asks(self) -> bool:
        return "by" in inspect.signature(self.act).parameters

    def listed_in(self, reasons: dict[str, str]) -> bool:
        """By its own name or by that of its module."""
        return bool({self.name, self.name.rpartition(".")[0]} & set(reasons))


def services(packages: tuple[str, ...] = PACKAGES) -> Iterator[Service]:
    """Every public function that a module of the packages defines."""
    for package in packages:
        found = importlib.import_module(package)
        for entry in pkgutil.iter_modules(found.__path__, f"{package}."):
            module = importlib.import_module(entry.name)
            for name, value in inspect.getmembers(module, inspect.isfunction):
                if not name.startswith("_") and value.__module__ == module.__name__:
                    yield Service(f"{module.__name__}.{name}", value)


def acts() -> dict[str, Service]:
    """What a person does."""
    return {one.name: one for one in services() if one.asks and not one.listed_in(INSIDE)}
