"""How a flag reads on a page: level, words, evidence, and what the parent decided about it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, tzinfo
from functools import cached_property
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from cases.mismatch import TABLE, Finding, Rule
from cases.mismatch.next_step import most_important, needs_behind
from cases.models import Flag
from cases.presenters.became import NOTHING_SINCE, Since, what_became
from cases.presenters.named import Named, named_for
from cases.presenters.people import Person
from cases.presenters.words import bare, month
from cases.reader import Reading
from cases.reconcile import finding_of as finding_of
from cases.wording import Scene, Voice, Words, say
from cases.wording.asked_before import asked_before
from cases.wording.decided import if_it_gets_worse, since_decided
from cases.wording.tonight import for_tonight
from roles.catalogue import Catalogue, Reach
from roles.fit import only_helps
from roles.presenters.sources import how_known
from roles.presenters.words import CLAIMS, ONLY_HELPS, REACH_WORDS
from web.english import capital, owner

BADGES = {"first": "badge--first", "soon": "badge--ask", "know": "badge--line"}
CHECKED, LISTED = gettext_noop("Checked %(month)s"), gettext_noop("Listed %(month)s")
"""What happened on the day of a fact: only what we read was checked."""


@dataclass(frozen=True, slots=True)
class Proof:
    """One fit a flag stands on.

    ``role`` is '' when its page is gone; ``place``: another state's rule; ``known``: how far we read it and
    when; ``dated`` the same in two words: only what we read was checked.
    """

    role: str
    letters: str
    capability: str
    reach: str
    reason: str
    claim: str
    known: str
    dated: str
    source: str
    address: str
    place: str = ""


@dataclass(frozen=True, eq=False)
class FlagCard:
    """A flag in the tone guide's order, ``finding`` as the rules see it.

    What is said is worked out when it is looked at: of a flag that is folded away nothing is. ``became``: how
    it stands by now. ``nudge`` is the late question it is about, ready to be asked again, or ''; ``named``
    are those whom answers named for an empty chair; ``twin``: another card may say the same of somebody else.
    """

    flag: Flag
    finding: Finding
    scene: Scene
    voice: Voice
    now: datetime
    zone: tzinfo
    became: Since = NOTHING_SINCE
    nudge: str = ""
    named: tuple[Named, ...] = ()
    twin: bool = False

    @property
    def key(self) -> str:
        return self.flag.key

    @property
    def state(self) -> str:
        return self.flag.state

    @property
    def open(self) -> bool:
        return self.flag.state in Flag.UNDECIDED

    @property
    def need(self) -> str:
        return self.finding.need

    @property
    def member(self) -> int | None:
        return self.flag.member_id

    @property
    def rule(self) -> Rule:
        return self.finding.rule

    @property
    def asked(self) -> bool:
        return self.state == Flag.State.ASKED

    @property
    def of_the_role(self) -> bool:
        """Does it speak of what the role is, which the page of the role tells?"""
        return TABLE[self.rule].of_the_role

    # -- in words -------------------------------------------------------------------------------------

    @cached_property
    def words(self) -> Words:
        """Words to say, and what to do after them, stay the parent's own whoever reads."""
        return words_of(self.flag, self.scene, self.voice)

    @property
    def badge(self) -> str:
        return BADGES[self.flag.level]

    @property
    def level(self) -> str:
        return self.flag.get_level_display()

    @property
    def badge_words(self) -> str:
        """How pressing it is, until it was asked."""
        return _("Asked") if self.asked else self.level

    @property
    def title(self) -> str:
        """With the name where another card says the same of somebody else."""
        title, name = self.words.title, self.scene.name(self.member) if self.twin else ""
        if not name or name in title:
            return title
        return _("%(title)s: %(name)s") % {"title": title, "name": name}

    @property
    def why(self) -> str:
        return self.words.why

    @property
    def brings(self) -> str:
        return self.words.brings

    @property
    def say(self) -> str:
        return bare(self.words.say)

    @property
    def clear_answer(self) -> str:
        return self.words.clear_answer

    @property
    def if_not(self) -> str:
        return self.words.if_not

    @cached_property
    def proofs(self) -> tuple[Proof, ...]:
        return tuple(_proof(e, self.scene) for e in self.flag.evidence)

    @cached_property
    def proof(self) -> Proof | None:
        """The first of them."""
        return _proof(self.flag.evidence[0], self.scene) if self.flag.evidence else None

    @property
    def catalogue(self) -> int:
        return self.flag.catalogue_number

    @property
    def reason(self) -> str:
        return self.flag.reason

    @cached_property
    def decided(self) -> str:
        """What became of it."""
        flag, scene, voice = self.flag, self.scene, self.voice
        return what_became(flag, scene, voice, now=self.now, zone=self.zone, since=self.became)

    @cached_property
    def since(self) -> str:
        """What got worse since the parent decided about it, or who was asked already and left it open."""
        return _since(self.flag, self.scene, self.voice)

    @property
    def meanwhile(self) -> str:
        """Where to turn while it rests; '' where it is not about safety."""
        return while_it_waits(self.flag, self.scene.catalogue)

    @property
    def tonight(self) -> str:
        """What to do while it is open; '' where it is not about safety."""
        return while_it_is_open(self.flag, self.scene.catalogue)


def card(
    flag: Flag, scene: Scene, voice: Voice, *, now: datetime, zone: tzinfo, since: Since = NOTHING_SINCE
) -> FlagCard:
    return FlagCard(flag, finding_of(flag), scene, voice, now, zone, since)


def with_named(shown: FlagCard, reading: Reading, team: dict[int, Person]) -> FlagCard:
    """With whom answers named, while the chair is empty."""
    chair = shown.open and TABLE[shown.rule].chair
    return replace(shown, named=named_for(shown.need, reading, team)) if chair else shown


def words_of(flag: Flag, scene: Scene, voice: Voice) -> Words:
    """What a flag says to this reader; one from before its values were kept, as it was told."""
    return Words(**flag.as_told) if flag.as_told else say(finding_of(flag), scene, voice)


def _proof(evidence: dict[str, Any], scene: Scene) -> Proof:
    capability = scene.catalogue.capabilities.get(evidence["capability"])
    on = date.fromisoformat(evidence["reviewed_on"])
    dated = CHECKED if evidence["confidence"] == "verified" else LISTED
    return Proof(
        role=evidence["role"] if evidence["role"] in scene.catalogue.roles else "",
        letters=evidence.get("letters") or capital(scene.letters(evidence["member"], evidence["role"])),
        capability=capability.title if capability else evidence["capability"],
        reach=_reach(evidence, scene.catalogue),
        reason=evidence["reason"],
        claim=CLAIMS.get(evidence["claim"], evidence["claim"]),
        known=how_known(evidence["confidence"], on),
        dated=_(dated) % {"month": month(on)},
        source=evidence["source_title"],
        address=evidence["source_address"],
        place=_place(evidence, scene),
    )


def _reach(evidence: dict[str, Any], catalogue: Catalogue) -> str:
    reach = Reach(evidence["reach"])
    helps = only_helps(catalogue, evidence["role"], evidence["capability"], reach)
    return str(ONLY_HELPS if helps else REACH_WORDS[reach]).rstrip(".")


def _place(evidence: dict[str, Any], scene: Scene) -> str:
    """'Oregon’s rule. Yours may differ.' for a fact of another state; older flags do not say."""
    place = scene.state(evidence.get("place", ""))
    if not place:
        return ""
    if evidence["claim"] == "rule":
        return _("%(states)s rule. Yours may differ.") % {"states": owner(place)}
    return _("From %(state)s. Yours may differ.") % {"state": place}


def while_it_waits(flag: Flag, catalogue: Catalogue) -> str:
    """Where to turn if it gets worse, when the parent lets a question about safety rest; else ''."""
    rests = flag.state in (Flag.State.PUT_OFF, Flag.State.DIFFERENT)
    return if_it_gets_worse() if rests and _is_about_safety(finding_of(flag), catalogue) else ""


def while_it_is_open(flag: Flag, catalogue: Catalogue) -> str:
    """What to do tonight, while a question about safety is new or waits for its answer; else ''."""
    open_one = flag.state in Flag.UNDECIDED
    return for_tonight() if open_one and _is_about_safety(finding_of(flag), catalogue) else ""


def _is_about_safety(finding: Finding, catalogue: Catalogue) -> bool:
    needs = (catalogue.needs.get(slug) for slug in needs_behind(finding))
    return TABLE[finding.rule].tonight or any(need.safety for need in needs if need)


def _since(flag: Flag, scene: Scene, voice: Voice) -> str:
    """Why a flag somebody decided about is new again, in two sentences; else who was asked before."""
    if flag.state != Flag.State.OPEN:
        return ""
    if not flag.changed:
        return asked_before(finding_of(flag), flag.pk, scene, voice)
    name = scene.name(flag.member_id)
    return since_decided(flag.changed, flag.changed_from, name=name, child=scene.child, voice=voice)


def in_order(flags: list[Flag], reading: Reading) -> list[Flag]:
    """As the next step is found, so that it leads the list; asked ones after new ones."""
    found = [(flag, finding_of(flag)) for flag in flags]
    place = most_important(reading.room, reading.coverage, [finding for _, finding in found])

    def order(pair: tuple[Flag, Finding]) -> tuple[object, ...]:
        flag, finding = pair
        no_row = flag.pk is None  # found since the room was last brought up to date
        return (flag.state == Flag.State.ASKED, *place(finding), no_row, flag.pk or 0, flag.fingerprint)

    return [flag for flag, _ in sorted(found, key=order)]


def heading(flag: FlagCard, reading: Reading) -> str:
    """What to do about it: 'Ask who leads the safety plan', else the flag's own title."""
    need = reading.catalogue.needs.get(flag.need)
    if need is None or not TABLE[flag.rule].lead:
        return flag.title
    return _("Ask who leads %(need)s") % {"need": need.noun}
