"""The words of ``title_unclear`` and ``degree_not_license``."""

from __future__ import annotations

from django.utils.translation import gettext as _

from cases.mismatch import Finding
from cases.mismatch.titles import (
    DEGREE,
    ELSEWHERE,
    LOCAL,
    MEANING,
    NOTHING,
    ONE_JOB,
    SEVERAL,
    WHICH_LICENCE,
)
from cases.wording.letters import as_title
from cases.wording.other_state import meaning_here
from cases.wording.scene import Scene
from cases.wording.several import few_at_a_time
from cases.wording.voice import Voice
from cases.wording.words import Words
from roles.catalogue import Kind
from roles.lexicon import public_name
from web.english import capital, in_words, is_many, listed, owner, with_article

DOCTORS = frozenset({"md", "do"})
NURSES = frozenset({"np", "aprn", "arnp"})


def title_unclear(finding: Finding, scene: Scene, voice: Voice) -> Words:
    if finding.why == WHICH_LICENCE:
        return _which_licence(finding, scene)
    title, why = _what_we_have(finding, scene, voice)
    named = {"child": scene.child}
    return Words(
        title=title,
        why=" ".join(filter(None, (why, tells_also(finding, scene)))),
        brings=scene.brings(finding),
        say=_asks(finding.why) % named,
        clear_answer=_clear_answer(finding.why),
        if_not=_("Leave it as “we don’t know yet.” That is an honest answer too."),
    )


def _asks(why: str) -> str:
    """Of somebody who may be a grandmother no more than what they do; nobody said that it takes a license."""
    if why == NOTHING:
        return _("How do you help %(child)s? Is it your job, and what is the job called?")
    return _("What is your role on %(child)s’s team? Do you have a license or a certificate?")


def _clear_answer(why: str) -> str:
    """A word for several jobs is a plain title already: then it is which of them."""
    if why == SEVERAL:
        return _("Which of these jobs it is, or the letters.")
    return _("Letters, or a plain job title.")


def tells_also(finding: Finding, scene: Scene) -> str:
    """What else the answer tells about: needs whose own question this one stands for."""
    also = finding.params.get("also")
    if not isinstance(also, list) or not also:
        return ""
    noun, few = scene.need(also[0]).noun, few_at_a_time(also[1:], scene)
    if not few:
        one, many = (
            _("Until then, %(need)s has no clear lead."),
            _("Until then, %(need)s have no clear lead."),
        )
        return (many if is_many(noun) else one) % {"need": noun}
    first = _("The answer also tells us about %(need)s.") % {"need": noun}
    return " ".join([first, *(_("It tells about %(needs)s, too.") % {"needs": needs} for needs in few)])


def _which_licence(finding: Finding, scene: Scene) -> Words:
    """Not if there is a license, but which one: the letters say the rest."""
    shown = {"letters": capital(_text(finding))}
    can_be = " ".join(filter(None, (_can_be(finding, scene), tells_also(finding, scene))))
    if public_name(scene.catalogue, _text(finding)) in DOCTORS:
        return Words(
            title=_("“%(letters)s” can mean more than one kind of doctor") % shown,
            why=_("“%(letters)s” means a doctor with a license.") % shown + f" {can_be}",
            say=_("Are you a psychiatrist, or another kind of doctor?"),
            clear_answer=_("The kind of doctor."),
            if_not=_("Ask the front desk. They can tell."),
        )
    return Words(
        title=_("“%(letters)s” can mean more than one kind of license") % shown,
        why=_("“%(letters)s” means a job with a license.") % shown + f" {can_be}",
        say=_("What kind of work do you do for %(child)s?") % {"child": scene.child},
        clear_answer=_("A job in plain words."),
        if_not=_("Ask the front desk. They can tell."),
    )


def _can_be(finding: Finding, scene: Scene) -> str:
    roles = finding.params["roles"]
    assert isinstance(roles, list)
    if len(roles) != 2:
        return _("It can be one of a few.")
    everyday = _everyday_names(public_name(scene.catalogue, _text(finding)))
    names = [
        everyday.get(str(s)) or with_article(in_words(scene.catalogue.roles[str(s)].name)) for s in roles
    ]
    return _("It can be %(one)s or %(other)s.") % {"one": names[0], "other": names[1]}


def _everyday_names(letters: str) -> dict[str, str]:
    if letters in NURSES:
        return {
            "pmhnp": _("a nurse practitioner for mental health"),
            "pediatrician-pcp": _("one for a child’s general health"),
        }
    return {"pediatrician-pcp": _("a family doctor")}


def _text(finding: Finding) -> str:
    return as_title(str(finding.params["text"]))


def _what_we_have(finding: Finding, scene: Scene, voice: Voice) -> tuple[str, str]:
    """The title and the first sentence: what was written, and why it leaves the job open."""
    named = {"name": scene.name(finding.member), "text": _text(finding), "parent": voice.parent}
    if finding.why == NOTHING:
        added = voice.by_reader(
            _("You added %(name)s without letters or a job title. One of them can tell us a lot."),
            _("%(parent)s added %(name)s without letters or a job title. One of them can tell us a lot."),
        )
        return _("No letters and no job title for %(name)s yet") % named, added % named
    shown = {"text": capital(named["text"])}
    if finding.why == ONE_JOB:
        what = _("“%(text)s” is a job title. Work like this often takes a license.")
        return _("“%(text)s” doesn’t tell us the license yet") % shown, what % shown
    title = _("“%(text)s” doesn’t tell us the job yet") % shown
    if finding.why == SEVERAL:
        return _one_of_several(finding, scene, shown)
    if finding.why == DEGREE:
        return title, _("“%(text)s” is a degree. Many jobs start with one.") % shown
    return title, _not_known(finding, scene, voice, named)


def _one_of_several(finding: Finding, scene: Scene, shown: dict[str, str]) -> tuple[str, str]:
    """Where the family's state says what the letters mean, that comes first, and which level is open."""
    here = meaning_here(scene, str(finding.params["text"])) if scene.room.state else ""
    if here:
        level = _("Which level it is, is open.")
        return _("“%(text)s” can mean more than one role") % shown, f"{here} {level}"
    title = _("“%(text)s” doesn’t tell us the job yet") % shown
    return title, _("“%(text)s” can mean a few jobs.") % shown + f" {_licences(finding, scene)}"


def _not_known(finding: Finding, scene: Scene, voice: Voice, named: dict[str, str]) -> str:
    if finding.why == MEANING:
        return meaning_here(scene, str(finding.params["text"]))
    if finding.why == ELSEWHERE:
        return _used_there(finding, scene, named)
    if finding.why != LOCAL:
        return _("We don’t know “%(text)s” yet. It may be new, or from another place.") % named
    return _used_here(Kind(str(finding.params["kind"])), voice) % (named | {"parents": owner(voice.parent)})


def _used_there(finding: Finding, scene: Scene, named: dict[str, str]) -> str:
    """As the letters themselves are explained: one state by name, and if there are more."""
    homes = finding.params.get("homes")
    places = sorted(scene.state(code) for code in homes) if isinstance(homes, list) else []
    named = named | {"state": places[0] if places else ""}
    if len(places) == 1:
        return _("“%(text)s” is used in %(state)s. It may mean something else here, or nothing.") % named
    return _("“%(text)s” is used in %(state)s and other states. It may mean something else here.") % named


def _used_here(kind: Kind, voice: Voice) -> str:
    """The family's state has these letters, and we have no facts on them."""
    if kind is Kind.LICENCE:
        return voice.by_reader(
            _("“%(text)s” is a license in your state. We have no facts on it yet."),
            _("“%(text)s” is a license in %(parents)s state. We have no facts on it yet."),
        )
    if kind is Kind.REGISTRATION:
        return voice.by_reader(
            _("“%(text)s” is a step on the way to a license in your state. We have no facts on it yet."),
            _(
                "“%(text)s” is a step on the way to a license in %(parents)s state. "
                "We have no facts on it yet."
            ),
        )
    return voice.by_reader(
        _("“%(text)s” is used in your state. We have no facts on it yet."),
        _("“%(text)s” is used in %(parents)s state. We have no facts on it yet."),
    )


def _licences(finding: Finding, scene: Scene) -> str:
    roles = finding.params["roles"]
    slugs = roles if isinstance(roles, list) else []
    licensed = {scene.catalogue.roles[str(slug)].licence == "yes" for slug in slugs}
    if licensed == {True}:
        return _("Each has its own license.")
    return _("They don’t all call for a license.") if True in licensed else _("They differ in training.")


def degree_not_license(finding: Finding, scene: Scene, voice: Voice) -> Words:
    texts = finding.params["texts"]
    shown = [as_title(str(text)) for text in texts] if isinstance(texts, list) else []
    one, many = _("%(texts)s is a degree, not a license"), _("%(texts)s are degrees, not a license")
    title = (one if len(shown) == 1 else many) % {"texts": capital(listed(shown))}
    may_have = _("%(name)s may have a license too. The letters don’t say.") % {
        "name": scene.name(finding.member)
    }
    return Words(
        title=title,
        why=" ".join(filter(None, (_stands_for(finding, scene, shown[0]), may_have))),
        brings=scene.brings(finding),
        say=_("Are you licensed, or working toward it? Who do you report to?"),
        clear_answer=_("A license name, or the name of a supervisor."),
        if_not=_("Most states let you look up a license online."),
    )


def _stands_for(finding: Finding, scene: Scene, text: str) -> str:
    known = scene.catalogue.roles.get(str(finding.params["role"]))
    if known is None or known.name == text:
        return ""
    return _("%(letters)s stands for %(name)s.") % {"letters": capital(text), "name": known.name}
