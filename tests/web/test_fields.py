"""How a form field is drawn."""

import pytest
from django import forms


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
