"""Who the child is, and what help is needed."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from cases.forms.fields import OneOf, VersionedForm, Words
from cases.models import Case
from roles.catalogue import Catalogue


def state_choices(catalogue: Catalogue) -> list[tuple[str, str]]:
    states = sorted(
        ((code, name) for code, name in catalogue.states.items() if code != "US"), key=lambda s: s[1]
    )
    return [("", str(_("Not now"))), *states]


class ChildForm(VersionedForm):
    """A nickname, an age group and a state; nothing else is asked."""

    nickname = Words(
        label=_("A nickname for your child"),
        help_text=_("Not the full name. Only you, and a coach you invite, will see it."),
        max_length=40,
        missing=_("Add a nickname. One letter is fine."),
    )
    age_group = OneOf(
        label=_("How old?"),
        required=False,
        choices=[*Case.AgeGroup.choices],
        widget=forms.RadioSelect,
        error_messages={"invalid_choice": _("Pick one of the four, or leave it out.")},
    )
    state = OneOf(
        label=_("Which state do you live in?"),
        required=False,
        help_text=_("Letters after a name can mean other things in another state."),
        error_messages={"invalid_choice": _("Pick a state from the list, or leave it out.")},
    )

    def __init__(self, *args: Any, catalogue: Catalogue, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["state"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = state_choices(catalogue)


class NeedsForm(VersionedForm):
    """The needs that fit this child; none is fine too."""

    needs = forms.MultipleChoiceField(
        required=False,
        error_messages={"invalid_choice": _("We don’t know one of these needs. Pick from the list.")},
    )

    def __init__(self, *args: Any, catalogue: Catalogue, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["needs"]
        assert isinstance(field, forms.MultipleChoiceField)
        field.choices = [(need.slug, need.title) for need in catalogue.needs.values()]
