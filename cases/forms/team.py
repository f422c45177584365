"""People on the team: a pasted signature, a picked title, and what is learned about them later."""

from collections.abc import Iterable
from itertools import groupby
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from cases.backing import ELSE
from cases.forms.fields import OneOf, VersionedForm, Words
from cases.forms.signature import signature_in
from cases.models import Member, Training
from cases.models.team import LONGEST_SAID
from cases.no_name import names_nobody
from roles.catalogue import Catalogue, RoleInfo
from roles.presenters.words import group_of
from roles.reader import current_catalogue

LONGEST_PASTE = 4_000
NOT_A_NAME = _("We see no name in this yet. A first name is fine. Without one, leave it empty for now.")
PICK_ONE = _("Pick one of these answers.")
SAME, NEW = "same", "new"
"""Whose another name is."""

BELIEFS = (
    ("", _("Not now")),
    ("therapist", _("A therapist")),
    ("skills helper", _("A skills helper")),
    ("doctor", _("A doctor")),
    ("school", _("Someone from school")),
    ("unknown", _("I don’t know")),
)


def name_field() -> Words:
    return Words(
        label=_("What do you call them?"),
        max_length=60,
        missing=_("Add a name. A first name is fine."),
        too_long=_("That is %(show_value)d characters. We can keep %(limit_value)d. A first name is fine."),
    )


def belief_field() -> forms.ChoiceField:
    return OneOf(
        label=_("What do you think this person is?"),
        help_text=_(
            "There is no wrong answer. It helps us see where a title was not explained. "
            "A coach you invite can read it."
        ),
        required=False,
        choices=BELIEFS,
    )


def signature_field(**kwargs: Any) -> Words:
    return Words(
        max_length=LONGEST_PASTE,
        too_long=(
            _(
                "That is %(show_value)d characters. We can read up to %(limit_value)d. "
                "Keep just the name, the letters and the job title."
            )
        ),
        widget=forms.Textarea(attrs={"rows": 3, "spellcheck": "false"}),
        **kwargs,
    )


def kept_signature(text: str) -> str:
    kept = signature_in(text, current_catalogue())
    if text.strip() and not kept:
        raise forms.ValidationError(
            _("We see no name, no letters and no job title in this. Add one of them.")
        )
    if len(kept) > LONGEST_SAID:
        raise forms.ValidationError(
            _(
                "That leaves %(many)s characters to keep. We have room for %(most)s. "
                "Keep just the name, the letters and the job title."
            )
            % {"many": f"{len(kept):,}", "most": LONGEST_SAID}
        )
    return kept


class AddMemberForm(forms.Form):
    """A person by a pasted signature. Letters we don't know never stop anybody from being added."""

    text = signature_field(
        label=_("Paste their email signature"),
        missing=_("Paste a signature, or type a name and the letters after it."),
    )
    name = name_field()
    believed = belief_field()

    def clean_text(self) -> str:
        return kept_signature(self.cleaned_data["text"])


class AddByTitleForm(forms.Form):
    """A person by a title: a role we know, or a word people say that could mean several."""

    title = OneOf(
        label=_("Pick a title"), error_messages={"required": _("Pick a title. “I don’t know” is fine.")}
    )
    name = name_field()
    believed = belief_field()

    def __init__(self, *args: Any, catalogue: Catalogue, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["title"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = title_choices(catalogue)

    @property
    def said(self) -> str:
        """The spoken title, '' when a role was picked."""
        kind, _, value = self.cleaned_data["title"].partition(":")
        return value if kind == "said" else ""

    @property
    def role(self) -> str:
        kind, _, value = self.cleaned_data["title"].partition(":")
        return value if kind == "role" else ""


def title_choices(catalogue: Catalogue) -> list[Any]:
    """Spoken titles first, since that is what most families were told, then every role by its group."""
    said = sorted({e.name for entries in catalogue.names.values() for e in entries if e.kind == "spoken"})
    spoken = [(f"said:{name}", name[:1].upper() + name[1:]) for name in said]
    roles = sorted(catalogue.roles.values(), key=lambda r: (group_of(r.tier)[1], r.name))
    groups = [
        (title, [(f"role:{role.slug}", _called(role)) for role in found])
        for title, found in groupby(roles, key=lambda r: group_of(r.tier)[1])
    ]
    return [("", _("Pick one")), ("none:", _("I don’t know")), (_("Words people say"), spoken), *groups]


def _called(role: RoleInfo) -> str:
    return role.name if role.letters in ("", role.name) else f"{role.letters}: {role.name}"


def who_field(namesakes: Iterable[tuple[str, str]]) -> dict[str, forms.Field]:
    """Who a name means that may be of somebody we know: ``namesakes`` are their keys and names."""
    named = list(namesakes)
    known = [(key, _("Yes, it is %(name)s") % {"name": name}) for key, name in named]
    one = _("Is this the same %(name)s?") % {"name": named[0][1]}
    choices = [*known, (ELSE, _("No, somebody else of that name")), ("", _("I don’t know yet"))]
    return {
        "supervisor_who": OneOf(
            label=one if len(named) == 1 else _("Which of these is the supervisor?"),
            choices=choices,
            widget=forms.RadioSelect,
            required=False,
            error_messages={"invalid_choice": PICK_ONE},
        )
    }


class MemberForm(VersionedForm):
    """What is known about a person on the team. ``namesakes``: of whom the supervisor's name may be."""

    name = name_field()
    said = signature_field(
        label=_("What they said they are"), help_text=_("Their signature or title, as given."), required=False
    )
    believed = belief_field()
    agency = Words(
        label=_("Where do they work?"),
        max_length=80,
        required=False,
        help_text=_("The clinic, school or agency."),
    )
    supervisor = OneOf(
        label=_("Do they work under someone?"),
        choices=Member.Supervisor.choices,
        widget=forms.RadioSelect,
        required=False,
    )
    supervisor_name = Words(label=_("Who is that?"), max_length=60, required=False)

    who = OneOf(
        label=_("Is this the same person?"),
        choices=[(SAME, ""), (NEW, "")],
        widget=forms.RadioSelect,
        required=False,
        error_messages={"invalid_choice": PICK_ONE},
    )

    def __init__(
        self, *args: Any, member: Member, namesakes: Iterable[tuple[str, str]] = (), **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields.update(who_field(namesakes) if namesakes else {})
        field = self.fields["believed"]
        assert isinstance(field, forms.ChoiceField)
        if member.believed not in dict(BELIEFS):
            # Words of the parent's own stay among the answers.
            field.choices = [*BELIEFS, (member.believed, member.believed)]

    def ask_who(self, *, was: str) -> None:
        """The name may be somebody else's: the parent tells, and nothing is saved until then."""
        named = {"name": self.cleaned_data["name"], "was": was}
        found = self.fields["who"]
        assert isinstance(found, forms.ChoiceField)
        found.choices = [
            (SAME, _("Yes. %(name)s is a new name, or the old one was wrong.") % named),
            (NEW, _("No. %(name)s is new here, and %(was)s has left the team.") % named),
        ]
        self.add_error(
            "who",
            _("The name is another one. What you know of %(was)s stays with the same person only.") % named,
        )

    def clean_said(self) -> str:
        return kept_signature(self.cleaned_data["said"])

    def clean_supervisor(self) -> str:
        return self.cleaned_data["supervisor"] or Member.Supervisor.UNKNOWN

    def clean(self) -> dict[str, Any]:
        """A name that is written down counts, and one that was there before gives way to the choice."""
        cleaned = super().clean() or self.cleaned_data
        choice, name = cleaned.get("supervisor"), cleaned.get("supervisor_name")
        written = self._written(name)
        if choice == Member.Supervisor.NAMED and not name and "supervisor_name" not in self.errors:
            self.add_error("supervisor_name", _("Add the name, or pick “We don’t know yet.”"))
        if choice == Member.Supervisor.NONE and written:
            self.add_error("supervisor_name", _("Pick “Yes, and I know who”, or take the name out."))
        elif names_nobody(written):
            self.add_error("supervisor_name", NOT_A_NAME)
        elif choice == Member.Supervisor.UNKNOWN and written:
            cleaned["supervisor"] = Member.Supervisor.NAMED
        return cleaned | {"supervisor_who": self._who(cleaned)}

    def _who(self, cleaned: dict[str, Any]) -> str | None:
        """Who is meant was asked of the name as it was before: None where another is written down."""
        asked = "supervisor_who" in self.fields and "supervisor_name" not in self.changed_data
        return cleaned.get("supervisor_who") if asked else None

    def _written(self, name: str | None) -> str:
        return name if name and "supervisor_name" in self.changed_data else ""


def training_kind() -> forms.ChoiceField:
    """What kind of training it is. Not known is an answer, and nothing is picked for the parent."""
    return OneOf(
        label=_("What kind of training is it?"),
        choices=[*Training.Kind.choices, ("", _("I don’t know yet"))],
        widget=forms.RadioSelect,
        required=False,
        error_messages={"invalid_choice": PICK_ONE},
    )


class TrainingForm(forms.Form):
    """Extra training for one thing, such as "certified in TF-CBT" for trauma therapy."""

    training = Words(
        label=_("What is the training called?"),
        max_length=80,
        missing=_("Add the name of the training, as they said it."),
    )
    capability = OneOf(
        label=_("What is it for?"),
        error_messages={
            "required": _("Pick what the training is for."),
            "invalid_choice": _("Pick what the training is for."),
        },
    )
    standing = OneOf(
        label=_("How do you know about it?"),
        help_text=_("A training we don’t know counts once you have seen the certificate of a full course."),
        choices=Training.Standing.choices,
        widget=forms.RadioSelect,
        required=False,
        initial=Training.Standing.TOLD,
        error_messages={"invalid_choice": PICK_ONE},
    )
    kind = training_kind()

    def __init__(self, *args: Any, catalogue: Catalogue, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["capability"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", _("Pick one")), *((c.slug, c.title) for c in catalogue.capabilities.values())]

    def clean_standing(self) -> str:
        return self.cleaned_data["standing"] or Training.Standing.TOLD
