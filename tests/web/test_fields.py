"""How a form field is drawn."""

import pytest
from django import forms

from web.fields import Words


class ChildForm(forms.Form):
    nickname = forms.CharField(
        label="Your child’s nickname",
        help_text="Any name you like.",
        error_messages={"required": "Add a nickname. One letter is fine."},
    )
    age = forms.ChoiceField(
        label="How old?", choices=[("0-5", "0 to 5"), ("6-11", "6 to 11")], widget=forms.RadioSelect
    )
    note = forms.CharField(required=False, widget=forms.Textarea)
    sure = forms.BooleanField(label="I am sure")


@pytest.fixture
def empty():
    return ChildForm({"age": "6-11"})


def test_label_hint_error_and_input_come_in_this_order(empty):
    drawn = empty["nickname"].as_field_group()
    order = ["<label", "Any name you like.", "Add a nickname.", "<input"]
    assert [drawn.index(part) for part in order] == sorted(drawn.index(part) for part in order)


def test_input_is_described_by_its_hint_and_its_error(empty):
    drawn = empty["nickname"].as_field_group()
    assert 'aria-describedby="id_nickname_helptext id_nickname_error"' in drawn
    assert 'aria-invalid="true"' in drawn
    assert 'id="id_nickname_helptext"' in drawn
    assert 'id="id_nickname_error"' in drawn


def test_input_wears_our_clothes(empty):
    assert 'class="input"' in empty["nickname"].as_field_group()


def test_choices_stand_in_a_fieldset_with_real_inputs(empty):
    drawn = empty["age"].as_field_group()
    assert drawn.count('<label class="opt">') == 2
    assert '<legend class="legendh">How old?</legend>' in drawn
    assert 'value="6-11"' in drawn
    assert drawn.count("checked") == 1


def test_field_that_may_stay_empty_says_so(empty):
    assert "(if you like)" in empty["note"].as_field_group()


def test_check_box_stands_before_its_words(empty):
    drawn = empty["sure"].as_field_group()
    assert drawn.index('type="checkbox"') < drawn.index("I am sure")


class NameForm(forms.Form):
    name = Words(max_length=12, missing="Add a name.", widget=forms.TextInput(attrs={"autocomplete": "name"}))


@pytest.mark.parametrize(
    "sign", ["\u202e", "\u202a", "\u2066", "\u2069", "\u200e", "\u200f", "\u200b", "\ufeff", "\u00ad"]
)
def test_signs_that_steer_the_page_are_left_out(sign):
    form = NameForm({"name": f"{sign}Ola{sign} K{sign}."})
    assert form.is_valid()
    assert form.cleaned_data["name"] == "Ola K."


@pytest.mark.parametrize("name", ["عَبْد الله", "שָׂרָה", "می\u200cنا", "क्\u200dष", "👩\u200d👧", "Zoë"])
def test_names_of_every_script_stay_as_they_are(name):
    form = NameForm({"name": name})
    assert form.is_valid()
    assert form.cleaned_data["name"] == name


@pytest.mark.parametrize("name", ["\u202e", " \u200d ", "\u202e\u200d \u200b"])
def test_name_that_nobody_sees_is_none(name):
    assert NameForm({"name": name}).errors["name"] == ["Add a name."]


def test_words_that_are_too_long_are_never_cut_by_the_browser():
    drawn = str(NameForm()["name"])
    assert "maxlength" not in drawn
    assert 'autocomplete="name"' in drawn
    assert "We can keep 12" in NameForm({"name": "x" * 13}).errors["name"][0]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\v", "\f", "\u2028", "\u2029", "\x85", "\n \n"])
def test_a_line_break_in_a_field_of_one_line_is_a_space(end):
    form = NameForm({"name": f"Ola{end}K."})
    assert form.is_valid()
    assert form.cleaned_data["name"] == "Ola K."


def test_a_field_of_many_lines_keeps_them():
    assert Words(widget=forms.Textarea()).clean("One.\nTwo.") == "One.\nTwo."


STEERS = ["\u202e", "\u200b", "\u200d\u200c", "\u034f", "\ufe0f"]
NOTHING = [*STEERS, "\u2800", "\u3164", "\u115f\u1160", "\uffa0"]


@pytest.mark.parametrize("sent", [*NOTHING, *(f" {one}\u00a0{one}" for one in NOTHING), "\u0301", "\u2003"])
def test_what_nobody_can_see_is_no_answer(sent):
    assert NameForm({"name": sent}).errors == {"name": ["Add a name."]}


@pytest.mark.parametrize(
    "sent", ["O", "7", ".", "\U0001f31e", "\u2764\ufe0f", "\u0646\u200c\u0627", "\u304b\u3099"]
)
def test_whatever_is_drawn_is_one(sent):
    form = NameForm({"name": sent})
    assert form.is_valid()
    assert form.cleaned_data["name"] == sent
