"""A room with one flag to decide about: deciding, a lead who comes and goes, what becomes of the flag."""

from functools import partial

import pytest

from cases.keys import new_key
from cases.models import Flag
from cases.services import flags
from cases.services.agreements import agree
from cases.services.team import add_member, edit_member, member_left
from roles.models import CatalogueVersion, Need
from web.clock import now

SAFETY, FAMILY, SKILLS = "self-harm-suicide", "family-conflict", "everyday-skills"

DECISIONS = {
    "sorted": flags.sort_flag,
    "put-off": flags.put_off_flag,
    "different": partial(flags.differ_on_flag, reason="We have a plan."),
}
SAID = {
    "sorted": "You said this is sorted.",
    "put-off": "You said not now.",
    "different": "You saw this differently.",
}
each_decision = pytest.mark.parametrize("decided", DECISIONS)


def told(member, parent, **changes):
    """The form of a person, with what is to change."""
    fields = {name: getattr(member, name) for name in ("name", "said", "believed", "agency", "supervisor")}
    return edit_member(member=member, by=parent, version=None, **{**fields, **changes})


def flag_of(case, rule="helpers_no_lead"):
    return Flag.objects.get(case=case, rule=rule)


def decide(flag, decided, parent):
    DECISIONS[decided](flag=flag, by=parent)
    flag.refresh_from_db()
    assert flag.state == decided


def lead(case, parent, need=SAFETY, name="Rita Moss"):
    """Somebody who leads it."""
    rita = add_member(case=case, by=parent, name=name, said=f"{name}, LCSW")
    agree(member=rita, need=Need.objects.get(slug=need), by=parent, kind="agreed")
    return rita


def leaves(member, parent):
    member_left(member=member, by=parent, on=now().date())


def loses(member, parent, need=SAFETY):
    """They take it back and go: the chair is as it was before they came."""
    agree(member=member, need=Need.objects.get(slug=need), by=parent, kind="declined")
    leaves(member, parent)


def is_now(flag):
    flag.refresh_from_db()
    return flag.state, flag.changed, flag.changed_from


def publish(**needs):
    """The next version of the catalogue, in which these needs are a matter of safety, or nothing is new."""
    for slug, safety in needs.items():
        Need.objects.filter(slug=slug.replace("_", "-")).update(safety=safety)
    last = CatalogueVersion.objects.latest()
    CatalogueVersion.objects.create(
        number=last.number + 1, digest=new_key(), published_at=now(), checked_on=last.checked_on
    )
