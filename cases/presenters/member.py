"""One person: letters explained, what was looked up, and how the role stands to each need."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, tzinfo

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cases.models import Agreement, Ask, Member, Training
from cases.person_fit import is_listed
from cases.presenters.people import Person, people, team_of
from cases.presenters.questions import AskRow, ask_row
from cases.presenters.standing import Standing, standing
from cases.presenters.words import day
from cases.reader import Reading
from cases.snapshot import CredentialFact, MemberFact
from cases.wording import Scene, Voice
from cases.wording.grid import say_cell, say_mark
from cases.wording.names import names_in
from cases.wording.scope import told_of_the_role
from cases.wording.trainings import how_known
from roles.catalogue import Catalogue
from roles.decode import Credential as Read
from roles.decode import Decoded, decode
from roles.fit import why_not_here
from roles.presenters.decoded import Part, decoded_parts


@dataclass(frozen=True, slots=True)
class Letters:
    """One group of letters of one person. ``can_look_up``: a board or agency keeps a list of these.

    ``told``: the parent said which role it is, and the letters alone would leave that open. ``id`` is None
    while a newer catalogue reads letters that nothing can be kept about yet.
    """

    id: int | None
    part: Part
    verified: str
    can_look_up: bool
    told: bool

    @property
    def could_be(self) -> str:
        """The roles these letters could mean, for a reader who cannot pick one."""
        said = _("Could be: %(roles)s.")
        if self.part.more:
            said = _("Could be: %(roles)s or another role.")
        return said % {"roles": ", ".join(line.name for line in self.part.candidates)}


@dataclass(frozen=True, slots=True)
class NeedLine:
    """One need beside this person. ``agreed`` is '', 'plan', 'agreed' or 'declined'."""

    slug: str
    title: str
    mark: str
    mark_words: str
    words: str
    agreed: str

    @property
    def agreed_words(self) -> str:
        """What was agreed, '' where nothing was."""
        return str(dict(AGREEMENTS).get(self.agreed, "")) if self.agreed else ""


@dataclass(frozen=True, slots=True)
class TrainingLine:
    """An extra training, what it is for, and how we know. ``asks_kind``: that is worth telling first;
    ``differs``: its name tells another kind, so nothing is picked."""

    id: int
    name: str
    noun: str
    known: str
    certified: bool
    asks_kind: bool
    kind: str
    differs: bool


@dataclass(frozen=True, slots=True)
class MemberPage:
    person: Person
    letters: tuple[Letters, ...]
    trainings: tuple[TrainingLine, ...]
    needs: tuple[NeedLine, ...]
    stands: Standing
    asks: tuple[AskRow, ...]
    brings: str
    left: str
    scope: str = ""

    @property
    def told_facts(self) -> tuple[tuple[str, str], ...]:
        """What they told of their role, with its name; () where nothing was."""
        return ((_("The role"), self.scope),) if self.scope else ()

    @property
    def told(self) -> str:
        """What they lead, or how far that is open."""
        if self.left:
            return _("Left the team: %(day)s.") % {"day": self.left}
        return self.stands.told(self.person)


def member_page(
    member: Member,
    reading: Reading,
    asks: Sequence[Ask],
    trainings: Iterable[Training],
    *,
    today: date,
    zone: tzinfo,
    voice: Voice,
) -> MemberPage:
    """Puts the page together; someone who has left keeps their letters and questions, without the grid."""
    team = team_of(reading)
    fact = _fact(member, reading)
    person = team.get(member.pk) or people([fact], reading.catalogue, reading.room.state)[member.pk]
    role = reading.catalogue.roles.get(person.slug)
    return MemberPage(
        person=person,
        letters=_letters(fact, reading, today),
        trainings=_trainings(trainings, fact, reading, voice),
        needs=_needs(member, reading, voice),
        stands=standing(member.pk, reading),
        asks=tuple(ask_row(ask, today=today, zone=zone, needs=reading.room.needs) for ask in asks),
        brings=role.brings if role and _holds_here(fact, role.slug, reading) else "",
        left=day(member.left_on, today) if member.left_on else "",
        scope=told_of_the_role(fact, Scene.of(reading.room, reading.catalogue), voice),
    )


def _holds_here(fact: MemberFact, role: str, reading: Reading) -> bool:
    """Do the facts of a role hold for these letters in the family's state? Else the needs are open, and so is
    what it brings."""
    worn = (c.text for c in fact.credentials if c.role == role)
    return any(not why_not_here(reading.catalogue, role, reading.room.state, text) for text in worn)


def _fact(member: Member, reading: Reading) -> MemberFact:
    room = reading.room
    return next(
        fact for fact in (*room.members, *(gone.member for gone in room.departed)) if fact.id == member.pk
    )


def _letters(member: MemberFact, reading: Reading, today: date) -> tuple[Letters, ...]:
    catalogue = reading.catalogue
    said = decode(member.said, catalogue, reading.room.state).credentials
    return tuple(
        Letters(
            id=c.id,
            part=_part(c, said, catalogue),
            verified=day(c.looked_up_on, today) if c.looked_up_on else "",
            can_look_up=is_listed(c, catalogue),
            told=c.told and any(read.text == c.text and read.candidates for read in said),
        )
        for c in member.credentials
    )


def _trainings(
    rows: Iterable[Training], fact: MemberFact, reading: Reading, voice: Voice
) -> tuple[TrainingLine, ...]:
    ids = {(row.capability.slug, row.name): row.pk for row in rows}
    return tuple(
        TrainingLine(
            id=ids[training.capability, training.name],
            name=training.name,
            noun=reading.catalogue.capabilities[training.capability].noun,
            known=how_known(training, voice),
            certified=training.certified,
            asks_kind=not training.lifts and (training.certified or not training.known),
            kind=training.kind,
            differs=training.differs,
        )
        for training in fact.trainings
    )


def _part(credential: CredentialFact, said: Iterable[Read], catalogue: Catalogue) -> Part:
    """The letters as kept, with what the signature tells about them while it still reads the same."""
    read = Read(
        text=credential.text,
        kind=credential.kind,
        role=credential.role,
        candidates=credential.candidates,
    )
    same = (s for s in said if _read_as(s) == _read_as(read))
    return decoded_parts(Decoded(credentials=(next(same, read),)), catalogue).parts[0]


def _read_as(read: Read) -> tuple[object, ...]:
    return (read.text, read.kind, read.role, read.candidates)


def _needs(member: Member, reading: Reading, voice: Voice) -> tuple[NeedLine, ...]:
    lines, called = [], names_in(reading.room)
    for row in reading.coverage.rows:
        cell = next((c for c in row.cells if c.member == member.pk), None)
        if cell is None:
            continue
        words = say_cell(cell, called, voice)
        agreed = reading.room.agreement(member.pk, row.need)
        title = reading.catalogue.needs[row.need].title
        lines.append(NeedLine(row.need, title, cell.mark.value, say_mark(cell, voice), words, agreed))
    return tuple(lines)


AGREEMENTS = (("", gettext_lazy("Nothing yet")), *((k.value, k.label) for k in Agreement.Kind))
