"""On what condition a role could lead a need, beside its name."""

from __future__ import annotations

from django.utils.translation import gettext as _

from cases.roles_for import How, RoleFor
from cases.wording.voice import Voice, speaking
from roles.catalogue import Catalogue
from web.english import listed_in_full


def on_what_condition(told: RoleFor, catalogue: Catalogue, voice: Voice) -> str:
    """'With training in trauma treatment.'; '' for a role that leads all of it by itself."""
    with speaking(voice):
        if told.how is How.ALL:
            return _to_lead_all(told, catalogue)
        if told.how is How.PART:
            return f"{_part(told, catalogue)} {_rest(told)}"
        if told.how is How.OPEN:
            return _("It depends. Ask.")
        if told.how is How.ELSEWHERE:
            named = {"state": catalogue.states.get(catalogue.roles[told.role].state, "")}
            return _("We know this role from %(state)s. It may have another name where you live.") % named
        return _("Helps with this. Another role leads it.")


def _to_lead_all(told: RoleFor, catalogue: Catalogue) -> str:
    named = {"what": listed_in_full(_nouns(told.trainings, catalogue))}
    if not told.trainings:
        return _("With a supervisor.") if told.supervised else ""
    if told.supervised:
        return _("With a supervisor, and with training in %(what)s.") % named
    return _("With training in %(what)s.") % named


def _part(told: RoleFor, catalogue: Catalogue) -> str:
    leads = (
        _("Leads a part with a supervisor: %(what)s.") if told.supervised else _("Leads a part: %(what)s.")
    )
    return leads % {"what": listed_in_full(_nouns(told.parts, catalogue))}


def _rest(told: RoleFor) -> str:
    return _("Ask about the rest.") if told.rest_open else _("The rest takes another role.")


def _nouns(slugs: tuple[str, ...], catalogue: Catalogue) -> list[str]:
    return [catalogue.capabilities[slug].noun for slug in slugs]
