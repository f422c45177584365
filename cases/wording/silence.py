"""What we do not know about somebody's letters or title, in one sentence."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from cases.mismatch import Finding
from cases.mismatch.asking import OWN_STATE
from cases.wording.letters import as_title
from cases.wording.scene import Scene
from roles.catalogue import Kind
from web.english import with_article

NOT_KNOWN = gettext_noop("We don’t know yet what %(name)s is trained to do.")
OF_LETTERS = {
    "no-letters": gettext_noop("We have no letters for %(name)s yet."),
    "unknown-letters": gettext_noop("We don’t know the letters of %(name)s yet."),
    "local-letters": gettext_noop("We have no facts on the letters of %(name)s yet."),
    "no-state": gettext_noop("What we know about these letters changes from state to state."),
    "could-be-several": gettext_noop("The title of %(name)s can mean a few jobs."),
    OWN_STATE: gettext_noop("We have no facts yet on these letters in %(state)s."),
    "other-state": gettext_noop("What we know about these letters comes from another state."),
}
OF_A_TITLE = OF_LETTERS | {
    "unknown-letters": gettext_noop("We don’t know the title of %(name)s yet."),
    "local-letters": gettext_noop("We have no facts on the title of %(name)s yet."),
    "no-state": gettext_noop("What we know about this title changes from state to state."),
    OWN_STATE: gettext_noop("We have no facts yet on this title in %(state)s."),
    "other-state": gettext_noop("What we know about this title comes from another state."),
}
"""The same where a job title is all that was told: a title is no letters."""


def silence(finding: Finding, scene: Scene) -> str:
    """What we do not know, in one sentence."""
    params, which = finding.params, str(finding.params["silence"])
    named = {"name": scene.name(finding.member), "state": scene.state(scene.room.state)}
    if which == "no-letters" and params["degree"]:
        degree = {"degree": as_title(str(params["degree"]))}
        return _("“%(degree)s” is a degree. It does not tell the job.") % degree
    if which == "no-fact":
        role = with_article(scene.letters(finding.member, params["role"]))
        noun = scene.capability(params["capability"]).noun
        return _("We have no source yet on %(role)s and %(noun)s.") % {"role": role, "noun": noun}
    if which == "could-be-several" and (title := _title_of_one_job(finding, scene)):
        return _("“%(title)s” is a job title. It does not tell the training.") % {"title": as_title(title)}
    sentences = OF_LETTERS if scene.wears_letters(finding.member) else OF_A_TITLE
    sentence = sentences.get(which, NOT_KNOWN)
    return _(sentence) % named


def _title_of_one_job(finding: Finding, scene: Scene) -> str:
    member = scene.members.get(finding.member) if finding.member is not None else None
    titles = [c for c in member.credentials if c.kind is Kind.TITLE and c.candidates] if member else []
    return titles[0].text if len(titles) == 1 and len(titles[0].candidates) == 1 else ""
