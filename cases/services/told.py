"""What an answer tells about the person it is about, written down where the rules read it. And taken back."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from audit.services import record
from cases.mismatch.answering import scope_asked
from cases.models import Ask, AskEvent, Member, Training
from cases.permissions import Act, Rights, Section
from cases.reader import home_day
from cases.reconcile import finding_of
from cases.rereading import said_with
from cases.services.credentials import as_kept, put_back
from cases.services.errors import Refused
from cases.services.followed import found_it, next_of, stands_on
from cases.services.letters import READ_OTHERWISE, resolve_credential, verify_credential
from cases.services.overwritten import tell_of_words, words_of
from cases.services.recheck import recheck
from cases.services.team import edit_member
from cases.services.told_trainings import TRAININGS, ToldTraining, touched, trainings_back, trainings_kept
from cases.services.trainings import TRAINING_GONE, add_training, certify_training
from roles.reader import current_catalogue
from web.clock import now

LETTERS, SCOPE = "letters", "scope"
FORM = ("name", "said", "believed", "agency", "supervisor", "supervisor_name")


@dataclass(frozen=True)
class Told:
    """Everything an answer may tell; '' and () are "nothing about that". ``scope``: each capability
    and the role it is in, where the family lives."""

    supervisor: str = ""
    supervisor_who: str = ""
    letters: str = ""
    role: str = ""
    believed: str = ""
    looked_up: tuple[str, ...] = ()
    trainings: tuple[ToldTraining, ...] = ()
    scope: tuple[tuple[str, str], ...] = ()


NOTHING_TOLD = Told()


def write_told(event: AskEvent, told: Told, *, by: Any) -> None:
    """Through the acts a parent has on the person's own page; the event keeps what stood there before."""
    _keep_words(event, told)
    member = _about(event)
    if told == NOTHING_TOLD or member is None:
        return
    before, words = _kept(member), words_of(member)
    for write in (_edit, _resolve, _look_up, _train, _cover):
        write(member, told, event, by)
    after, tells = _kept(member), _tells(told, event)
    tell_of_words(member, words, by=by, because=event)
    changed = {
        name: [before[name], after[name]] for name in KEEPS if name in tells or before[name] != after[name]
    }
    if TRAININGS in changed:
        changed[TRAININGS] = touched(*changed[TRAININGS], told=told.trainings)
    event.facts = {**event.facts, **changed}
    event.save(update_fields=["facts"])


def told_by_a_yes(ask: Ask, told: Told = NOTHING_TOLD) -> Told:
    """What was told, and that it is in their role, where that was asked of the person it is about."""
    flag = ask.flag
    if flag is None or flag.member_id is None or flag.member_id != ask.member_id:
        return told
    return replace(told, scope=scope_asked(finding_of(flag), current_catalogue()))


def _keep_words(event: AskEvent, told: Told) -> None:
    """What was written in the form of this answer, by field; what was picked is picked again in a moment."""
    new = next((training.name for training in told.trainings if training.row is None), "")
    words = {"supervisor_name": told.supervisor, "letters": told.letters, "new_training": new}
    event.written = {**event.written, **{field: said for field, said in words.items() if said}}
    event.save(update_fields=["written"])


def _tells(told: Told, event: AskEvent) -> set[str]:
    """The facts it says something about, also where that is what was known: once another answer that said so
    goes, this one stands."""
    letters = (told.letters and LETTERS not in event.ask.left) or told.role or told.looked_up
    said = {
        "supervisor": told.supervisor,
        "believed": told.believed,
        LETTERS: letters,
        TRAININGS: told.trainings,
        SCOPE: told.scope,
    }
    return {name for name, value in said.items() if value}


def as_before_told(event: AskEvent, *, by: Any) -> list[str]:
    """Each fact as it was before this answer, but for one that somebody changed since: that is theirs.

    Returns the names of those that were left as they are.
    """
    member = _about(event)
    if member is None:
        return []
    left = []
    for name in KEEPS:
        was, became = event.facts.get(name, (None, None))
        if was != became and not _taken_back(event, member, name, by):
            left.append(name)
    return left


def _taken_back(event: AskEvent, member: Member, name: str, by: Any) -> bool:
    was, became = event.facts[name]
    if name == TRAININGS:
        return trainings_back(event, member)
    later = next_of(event, found_it(name, became), ask__flag__member=member)
    if later:
        stands_on(later, name, was)
        return False
    stands = _kept(member)[name]
    if stands == became:
        KEEPS[name][1](member, was, by)
    return stands in (was, became)


def _about(event: AskEvent) -> Member | None:
    """Whom the flag is about, whoever was asked about them. As the act before left them."""
    flag = event.ask.flag
    return Member.objects.filter(pk=flag.member_id).first() if flag and flag.member_id else None


# -- written down -------------------------------------------------------------------------------------


def _edit(member: Member, told: Told, event: AskEvent, by: Any) -> None:
    changes: dict[str, Any] = {}
    if told.supervisor:
        changes |= {"supervisor": Member.Supervisor.NAMED, "supervisor_name": told.supervisor}
    if told.supervisor_who and not told.supervisor:
        changes["supervisor_who"] = told.supervisor_who
    if told.believed:
        changes["believed"] = told.believed
    said = said_with(member, told.letters, current_catalogue()) if told.letters else ""
    if said:
        changes["said"] = said
    elif told.letters:
        ask = event.ask
        ask.answer, ask.left = "\n".join(filter(None, (ask.answer, told.letters))), (LETTERS,)
    if changes:
        _save(member, by, **changes)


def _save(member: Member, by: Any, **changes: Any) -> None:
    had = {name: getattr(member, name) for name in FORM}
    edit_member(member=member, by=by, version=None, news=False, **{**had, **changes})


def _resolve(member: Member, told: Told, event: AskEvent, by: Any) -> None:
    if told.role:
        letters = member.credentials.filter(candidates__slug=told.role).first()
        if letters is None:
            raise Refused(READ_OTHERWISE)
        resolve_credential(credential=letters, by=by, role=told.role)


def _look_up(member: Member, told: Told, event: AskEvent, by: Any) -> None:
    for letters in member.credentials.filter(text__in=told.looked_up):
        verify_credential(credential=letters, by=by, on=home_day(member.case, now()))


def _train(member: Member, told: Told, event: AskEvent, by: Any) -> None:
    for one in told.trainings:
        here = _on_the_list(member, one)
        if here and Training.Standing.CERTIFIED in (here.standing, one.standing):
            certify_training(training=here, by=by, kind=one.kind, sure=one.sure, because=event)
        else:
            add_training(
                member=member,
                by=by,
                capability=one.capability,
                name=one.name,
                standing=one.standing,
                kind=one.kind,
                because=event,
            )


def _cover(member: Member, told: Told, event: AskEvent, by: Any) -> None:
    """It holds for this role in this state; with another, nobody has told it."""
    lines = [[*one, member.case.state] for one in told.scope]
    new = [line for line in lines if line not in member.scope]
    if new:
        _save_scope(member, [*member.scope, *new], by)


def _save_scope(member: Member, lines: list[list[str]], by: Any) -> None:
    Rights(by, member.case).must(Act.WRITE, Section.TEAM)
    member.scope = lines
    member.save(update_fields=["scope"])
    record(by=by, verb="told-scope", on=member, case_id=member.case_id)
    recheck(case=member.case)


def _on_the_list(member: Member, told: ToldTraining) -> Training | None:
    """The one that was asked about; it may have been taken away since, and is not added again then."""
    if told.row is None:
        rows = member.trainings.filter(capability__slug=told.capability, name__iexact=told.name)
        return rows.first()
    found = member.trainings.filter(pk=told.row).first()
    if found is None:
        raise Refused(TRAINING_GONE)
    return found


# -- kept, and put back -------------------------------------------------------------------------------


def _kept(member: Member) -> dict[str, Any]:
    member.refresh_from_db()
    return {name: keep(member) for name, (keep, _) in KEEPS.items()}


def _supervisor_back(member: Member, was: list[str], by: Any) -> None:
    _save(member, by, supervisor=was[0], supervisor_name=was[1], supervisor_who="".join(was[2:]))


def _belief_back(member: Member, was: str, by: Any) -> None:
    _save(member, by, believed=was)


def _letters_back(member: Member, was: list[Any], by: Any) -> None:
    _save(member, by, said=was[0])
    put_back(member, was[1])


def _nothing_else(member: Member, was: Any, by: Any) -> None:
    """Trainings are taken back one by one."""


KEEPS: Mapping[str, tuple[Callable[[Member], Any], Callable[[Member, Any, Any], None]]] = {
    "supervisor": (
        lambda member: [member.supervisor, member.supervisor_name, *filter(None, [member.supervisor_who])],
        _supervisor_back,
    ),
    "believed": (lambda member: member.believed, _belief_back),
    LETTERS: (lambda member: [member.said, as_kept(member)], _letters_back),
    TRAININGS: (trainings_kept, _nothing_else),
    SCOPE: (lambda member: list(member.scope), _save_scope),
}
