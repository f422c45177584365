"""Every act leaves its line in the record: which verb, about which row of which room, by whom.

The verbs are also read out of the source, so that one nobody thought of here fails.
"""

import ast
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from allauth.account.models import EmailAddress
from django.apps import apps
from django.conf import settings
from django.db.models import Model

from accounts.services import hand_over, save_settings
from audit.models import Entry
from audit.services import record_read
from cases.models import Agreement, Ask, Flag
from cases.services.asks import answer_ask, draft_ask, send_ask
from cases.services.letters import resolve_credential, verify_credential
from cases.services.rooms import finish_setup, set_needs, start_room
from cases.services.team import add_member
from roles.models import CatalogueVersion, Need
from tests.architecture.acts import TRIALS, Trial
from tests.architecture.services import acts
from web.clock import now

pytestmark = pytest.mark.django_db


def _with_letters(world, *before):
    """Somebody whose letters can mean a few roles, after these acts on them."""
    case, owner = world.room, world.people["owner"]
    letters = add_member(case=case, by=owner, name="Kim", said="Kim Lee, MD").credentials.get()
    for act, more in before:
        act(credential=letters, by=owner, **more)
    return {"credential": letters}


TOLD = (resolve_credential, {"role": "psychiatrist"})
LOOKED_UP = (verify_credential, {"on": now().date()})


def _agreement(kind):
    def arguments(world):
        need = Need.objects.get(slug="family-conflict")
        return {"member": world.member("Jane"), "need": need, "kind": kind}

    return Trial(arguments)


#: Acts that write something else with other arguments than those of ``TRIALS``, or write only then.
AGAIN = {
    "letters.resolve_credential": Trial(lambda world: {**_with_letters(world), "role": "psychiatrist"}),
    "letters.unresolve_credential": Trial(lambda world: _with_letters(world, TOLD)),
    "letters.unverify_credential": Trial(lambda world: _with_letters(world, LOOKED_UP)),
    "agreements.agree plan": _agreement("plan"),
    "agreements.agree declined": _agreement("declined"),
}
#: Verb and kind of row. The person is who may do it; where it is somebody else, they stand behind it.
LINES = {
    "asks.draft_ask": "drafted ask",
    "asks.edit_ask": "edited ask",
    "asks.remove_draft": "removed ask",
    "asks.send_ask": "ask-waiting ask",
    "asks.unsend_ask": "ask-draft ask",
    "asks.nudge_ask": "ask-waiting ask",
    "asks.promise_ask": "ask-waiting ask",
    "asks.snooze_ask": "ask-waiting ask",
    "asks.acknowledge_ask": "ask-waiting ask",
    "asks.answer_ask": "ask-answered ask",
    "asks.decline_ask": "ask-declined ask",
    "asks.unclear_ask": "ask-unclear ask",
    "asks.withdraw_ask": "ask-withdrawn ask",
    "asks.reopen_ask": "ask-waiting ask",
    "flags.sort_flag": "flag-sorted flag",
    "flags.put_off_flag": "flag-put-off flag",
    "flags.differ_on_flag": "flag-different flag",
    "flags.ask_about_flag": "flag-asked flag",
    "flags.open_flag_again": "flag-open flag",
    "flags.undo_flag": "flag-undone flag",
    "rooms.start_room": "started case",
    "rooms.edit_child": "edited case",
    "rooms.set_needs": "picked-needs case",
    "rooms.finish_setup": "finished-setup case",
    "rooms.write_note": "noted caseevent",
    "sharing.share_with_coach": "shared share",
    "sharing.end_share": "stopped-sharing share",
    "team.add_member": "added member",
    "team.remove_member": "removed member",
    "team.edit_member": "edited member",
    "letters.resolve_credential": "resolved credential",
    "letters.unresolve_credential": "unresolved credential",
    "letters.verify_credential": "verified credential",
    "letters.unverify_credential": "unverified credential",
    "trainings.add_training": "added-training member",
    "trainings.remove_training": "removed-training member",
    "trainings.certify_training": "certified-training member",
    "trainings.uncertify_training": "uncertified-training member",
    "agreements.agree": "agreement-agreed member",
    "agreements.agree plan": "agreement-plan member",
    "agreements.agree declined": "agreement-declined member",
    "agreements.forget_agreement": "agreement-forgotten member",
    "agreements.set_agreements": "agreement-agreed member",
    "agreements.agree_by_answer": "agreement-agreed member",
    "agreements.agree_as_before_answer": "agreement-plan member",
    "team.member_left": "left member",
    "team.member_back": "came-back member",
    "invitations.invite_coach": "coach-invited invitation",
    "invitations.take_back_invitation": "coach-invitation-taken-back invitation",
    "invitations.decline_invitation": "coach-invitation-declined invitation",
    "invitations.accept_invitation": "shared share owner, coach-invitation-accepted invitation",
    "invitations.stop_sharing": "stopped-sharing share",
    "messages.write_message": "message-written message",
    "messages.mark_read": "",
}
SHORT = {name.partition("services.")[2]: name for name in TRIALS}
ALL = {**{short: TRIALS[name] for short, name in SHORT.items()}, **AGAIN}


def written_by(act) -> list[Entry]:
    last = Entry.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
    act()
    return list(Entry.objects.filter(pk__gt=last).order_by("pk"))


def rows_of(arguments) -> dict[str, str]:
    """The key of each row an act is about, by kind; of a training or an answer also the person's."""
    rows = [value for value in arguments.values() if isinstance(value, Model)]
    rows += [row.member for row in rows if hasattr(row, "capability_id")]
    rows += [row.ask.member for row in rows if hasattr(row, "agreed_before")]
    return {row._meta.label_lower: str(row.pk) for row in rows}


def newest(kind) -> str:
    return str(apps.get_model(kind)._base_manager.order_by("-pk").values_list("pk", flat=True)[0])


@pytest.mark.parametrize("name", sorted(LINES))
def test_an_act_is_on_record_with_its_row_its_room_and_who_did_it(name, here):
    trial, lines = ALL[name], [line.split() for line in LINES[name].split(", ") if line]
    trial.before(here)
    arguments = trial.arguments(here)
    rows, who = rows_of(arguments), here.people[trial.may[0]]
    found = written_by(lambda: acts()[SHORT[name.split()[0]]].act(**arguments, by=who))
    assert [(e.verb, e.object_kind.partition(".")[2]) for e in found] == [tuple(x[:2]) for x in lines]
    assert [e.actor for e in found] == [here.people[x[2]] if len(x) == 3 else who for x in lines]
    assert [e.object_id for e in found] == [rows.get(e.object_kind) or newest(e.object_kind) for e in found]
    assert {e.case_id for e in found} <= {int(newest("cases.case")) if "start" in name else here.room_id}


def test_every_act_has_its_line():
    assert set(LINES) == set(ALL)


def test_a_link_declined_by_who_is_not_signed_in_names_nobody(here):
    trial, name = ALL["invitations.decline_invitation"], SHORT["invitations.decline_invitation"]
    anonymous = here.people["anonymous"]
    (entry,) = written_by(lambda: acts()[name].act(**trial.arguments(here), by=anonymous))
    assert (entry.verb, entry.actor) == ("coach-invitation-declined", None)


# -- what is no act in a room -------------------------------------------------------------------------


def _settings(who):
    save_settings(by=who, display_name="Renee", time_zone="America/Denver")


def _proven(who):
    hand_over(user=who, address=EmailAddress.objects.get(user=who))


BESIDE = {"changed settings": _settings, "address proven from outside": _proven}


@pytest.mark.parametrize("verb", BESIDE)
def test_what_changes_about_a_person_is_on_record(verb, parent):
    (entry,) = written_by(lambda: BESIDE[verb](parent))
    assert (entry.verb, entry.object_kind, entry.object_id) == (verb, "accounts.user", str(parent.pk))
    assert (entry.actor, entry.case_id) == (parent, None)


def test_a_look_into_a_room_is_on_record(room, coach):
    (entry,) = written_by(lambda: record_read(by=coach, on=room, case_id=room.pk))
    assert (entry.verb, entry.object_kind, entry.object_id) == ("opened", "cases.case", str(room.pk))
    assert (entry.actor, entry.case_id) == (coach, room.pk)


def test_what_somebody_told_of_their_role_is_on_record(catalogue, parent):
    case = start_room(by=parent, nickname="Sunny", state="TX")
    set_needs(case=case, by=parent, needs=["communication-sensory"])
    ora = add_member(case=case, by=parent, name="Ora", said="Ora Lee, OT")
    finish_setup(case=case, by=parent)
    flag = Flag.objects.get(case=case, rule="fit_unknown")
    ask = draft_ask(case=case, by=parent, text="Is it?", flag=flag, member=ora)
    send_ask(ask=ask, by=parent, channel=Ask.Channel.COPIED)
    found = written_by(lambda: answer_ask(ask=ask, by=parent, leads=True))
    (entry,) = [entry for entry in found if entry.verb == "told-scope"]
    assert (entry.object_kind, entry.object_id) == ("cases.member", str(ora.pk))
    assert (entry.actor, entry.case_id) == (parent, case.pk)


def test_a_new_catalogue_is_on_record(catalogue_db):
    entry = Entry.objects.get(verb="catalogue.published")
    newest = CatalogueVersion.objects.latest("number")
    assert (entry.object_kind, entry.object_id) == ("roles.catalogueversion", str(newest.pk))
    assert (entry.actor, entry.detail) == (None, {"number": newest.number})
    assert entry.at <= datetime.now(UTC)


# -- the verbs of the source --------------------------------------------------------------------------

#: What stands for the part of a verb that is worked out. A settled flag is the rules' own doing.
PARTS = {
    "ask-*": Ask.State.values,
    "flag-*": set(Flag.State.values) - {Flag.State.SETTLED},
    "agreement-*": (*Agreement.Kind.values, "forgotten"),
}


def verbs_in(source: str) -> Iterator[str]:
    """Whatever is passed as ``verb``, or named so; ``*`` for what is worked out."""
    for node in ast.walk(ast.parse(source)):
        match node:
            case (
                ast.keyword(arg="verb", value=value) | ast.Assign(targets=[ast.Name(id="verb")], value=value)
            ):
                yield from _text(value)


def _text(value: ast.expr) -> Iterator[str]:
    match value:
        case ast.Constant(value=str(text)):
            yield text
        case ast.JoinedStr(values=parts):
            yield "".join(part.value if isinstance(part, ast.Constant) else "*" for part in parts)


def verbs_of_the_source() -> set[str]:
    found = set()
    for root in ("roles", "cases", "coaching", "platform"):
        for path in (settings.ROOT / root).rglob("*.py"):
            found.update(verbs_in(path.read_text()))
    return found


def test_every_verb_of_the_source_is_tried():
    tried = {line.split()[0] for lines in LINES.values() for line in lines.split(", ") if line}
    tried |= {*BESIDE, "opened", "catalogue.published", "told-scope"}
    source = verbs_of_the_source()
    assert {verb for verb in source if "*" in verb} == set(PARTS)
    whole = {verb for verb in source if "*" not in verb}
    assert whole | {p.replace("*", part) for p, parts in PARTS.items() for part in parts} == tried


def test_a_verb_is_found_however_it_is_written():
    source = 'record(by=a, verb="seen")\nverb = f"ask-{x}"\nrecord(verb=verb)\nother(verb="left", on=b)'
    assert set(verbs_in(source)) == {"seen", "ask-*", "left"}
