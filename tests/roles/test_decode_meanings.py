"""All that is said of letters: what they are, what they prove or could be, what stays open, and where."""

import pytest

from roles.catalogue import CollisionInfo, NameEntry
from roles.decode import decode
from tests.roles.tiny import COLLISIONS, LOCAL, NAMES, ROLES, STATES, TINY, catalogue, in_

MORE = catalogue(
    ROLES,
    names=(
        *NAMES,
        NameEntry("DXP", "qmha", "letters", "MA"),
        NameEntry("DXP", "qmhp", "letters", "MA"),
        NameEntry("EXP", "qmha", "letters", "MA"),
        NameEntry("EXP", "qmhp", "letters", "MA"),
        NameEntry("SVP", "qmha", "letters"),
        NameEntry("SVP", "qmhp", "letters"),
        NameEntry("LPSW", "lcsw", "letters"),
        NameEntry("LPSW", "qmhp", "letters"),
        NameEntry("ZZP", "fss", "letters", "CO"),
        NameEntry("YYP", "lcsw", "letters", "MA"),
        NameEntry("YYP", "lcsw", "letters", "MD"),
        NameEntry("NXP", "nobody", "letters"),
        NameEntry("NP", "pediatrician", "letters"),
        NameEntry("helper", "qmha", "title"),
        NameEntry("helper", "qmhp", "title", "WA"),
        NameEntry("guide here", "qmha", "title", "WA"),
    ),
    collisions=(*COLLISIONS, CollisionInfo("DXP", (in_("MA", "two levels"),))),
    states=STATES,
    local=LOCAL,
)


def told(credential):
    """'licence | lcsw | varies text=LCSW | state_matters': what is empty is left out."""
    candidates = "?" + " ".join(credential.candidates) if credential.candidates else ""
    flags = [name for name in ("state_matters", "is_title", "from_elsewhere") if getattr(credential, name)]
    notes = [of_note(note) for note in credential.notes]
    parts = [credential.kind.value, credential.role, candidates, *notes, *flags]
    return " | ".join(part for part in parts if part)


def of_note(note):
    places = ("text", "here", "there", "role", "meaning")
    return " ".join([note.open.value, *(f"{p}={getattr(note, p)}" for p in places if getattr(note, p))])


def read(text, state, known):
    return [(item.text, told(item)) for item in decode(text, known, state).credentials]


@pytest.mark.parametrize(
    ("text", "state", "all_of_it"),
    [
        ("LCSW", "", "licence | ?lcsw | varies text=LCSW | state_matters"),
        ("LCSW", "OR", "licence | lcsw"),
        (
            "LCSW",
            "MA",
            "registration | cswa | means-here text=LCSW here=MA meaning=works under someone else | "
            "state_matters | from_elsewhere",
        ),
        (
            "LCSW",
            "MD",
            "licence | lcsw | means-here text=LCSW here=MD meaning=The certified level here | "
            "state_matters | from_elsewhere",
        ),
        (
            "LCSW",
            "CO",
            "licence | lcsw | used-in-others text=LCSW here=CO there=OR | state_matters | from_elsewhere",
        ),
        ("lcsw", "", "licence | ?lcsw | varies text=LCSW | state_matters"),
        (
            "lcsw",
            "MA",
            "registration | cswa | means-here text=LCSW here=MA meaning=works under someone else | "
            "state_matters | from_elsewhere",
        ),
        (
            "lcsw",
            "CO",
            "licence | lcsw | used-in-others text=LCSW here=CO there=OR | state_matters | from_elsewhere",
        ),
        ("LICSW", "", "licence | lcsw"),
        (
            "LICSW",
            "OR",
            "licence | ?lcsw cswa | used-in-others text=LICSW here=OR there=MA | state_matters",
        ),
        ("LICSW", "MA", "licence | lcsw"),
        (
            "LICSW",
            "CO",
            "licence | lcsw | used-in-others text=LICSW here=CO there=MA | state_matters | from_elsewhere",
        ),
        ("LPC", "", "licence | lpc"),
        ("LPC", "OR", "licence | lpc"),
        (
            "LPC",
            "CO",
            "licence | lpc | known-from text=LPC here=CO there=OR | state_matters | from_elsewhere",
        ),
        ("LPCC", "", "licence | ?lpc | varies text=LPCC | state_matters"),
        ("LPCC", "OR", "licence | ?lpc pca | used-elsewhere text=LPCC here=OR there=WA | state_matters"),
        (
            "LPCC",
            "CO",
            "registration | pca | means-here text=LPCC here=CO meaning=a candidate | state_matters | "
            "from_elsewhere",
        ),
        ("LPCC", "WA", "licence | lpc"),
        ("LAC", "", "qualification | ?cadc-i lpc | varies text=LAC | state_matters"),
        ("LAC", "CO", "qualification | cadc-i | near-role there=OR role=cadc-i"),
        ("LAC", "NJ", "licence | lpc"),
        ("LAC", "OR", "qualification | used-in-others text=LAC here=OR there=CO | state_matters"),
        ("LMFT", "OR", "licence | lmft"),
        (
            "LMFT",
            "WA",
            "registration | mfta | means-here text=LMFT here=WA meaning=Works under a supervisor | "
            "state_matters | from_elsewhere",
        ),
        ("QMHP", "", "qualification | ?qmhp | varies text=QMHP | state_matters"),
        ("QMHP", "OR", "qualification | qmhp | state_matters"),
        (
            "QMHP",
            "VA",
            "qualification | qmhp | means-here text=QMHP here=VA meaning=a bachelor's degree | "
            "state_matters | from_elsewhere",
        ),
        (
            "QMHP",
            "CO",
            "qualification | qmhp | known-from text=QMHP here=CO there=OR | state_matters | from_elsewhere",
        ),
        (
            "QMHPs",
            "VA",
            "qualification | qmhp | means-here text=QMHPs here=VA meaning=a bachelor's degree | "
            "state_matters | from_elsewhere",
        ),
        ("MSW", "", "degree | msw | no-licence"),
        ("MSW", "OR", "degree | msw | no-licence"),
        ("MD", "OR", "licence | ?psychiatrist pediatrician | several"),
        ("PhD", "OR", "degree | ?psychologist | degree | could-be-one"),
        ("Psychologist", "", "licence | psychologist"),
        ("Psychologist", "OR", "licence | psychologist"),
        (
            "Psychologist",
            "NJ",
            "licence | psychologist | used-elsewhere text=Psychologist here=NJ there=OR | "
            "state_matters | from_elsewhere",
        ),
        ("LPC Associate", "", "registration | pca | under-someone"),
        ("LPC Associate", "CO", "registration | pca | near-role there=OR role=pca"),
        ("LPC Associate", "OR", "registration | pca | under-someone"),
        (
            "Licensed Clinical Psychologist",
            "",
            "licence | ?psychologist | used-in text=Licensed Clinical Psychologist there=NJ | state_matters",
        ),
        ("Licensed Clinical Psychologist", "NJ", "licence | psychologist"),
        (
            "Licensed Clinical Psychologist",
            "OR",
            "licence | used-elsewhere text=Licensed Clinical Psychologist here=OR there=NJ | state_matters",
        ),
        ("therapist", "OR", "title | ?therapist lcsw qmhp | could-be | is_title"),
        ("BHT", "", "unknown | varies text=BHT | state_matters"),
        ("BHT", "AZ", "unknown | means-here text=BHT here=AZ meaning=agency staff | state_matters"),
        ("BHT", "OR", "unknown | varies text=BHT | state_matters"),
        ("XPC", "", "unknown | unknown"),
        ("XPC", "MD", "licence | title-here text=XPC here=MD | state_matters"),
        (
            "LGPC",
            "MD",
            "registration | means-here text=LGPC here=MD meaning=Works under a supervisor | state_matters",
        ),
        ("QMPH", "OR", "unknown | unknown | did-you-mean text=QMHP"),
        ("QMHP-E", "VA", "unknown | unknown | means-here text=QMHP here=VA meaning=a bachelor's degree"),
        ("QMHP-E", "CO", "unknown | unknown"),
        ("XQZT", "OR", "unknown | unknown"),
        ("BA", "OR", "degree | bare-degree"),
        ("OTR/L", "OR", "licence | ot"),
        (
            "OTR/L",
            "CO",
            "licence | ot | known-from text=OTR/L here=CO there=OR | state_matters | from_elsewhere",
        ),
        ("CASA", "OR", "title | ?casa | could-be-one | is_title"),
        (
            "Licensed Professional Counselor",
            "CO",
            "licence | lpc | known-from text=Licensed Professional Counselor here=CO there=OR | "
            "state_matters | from_elsewhere",
        ),
        ("LMFT associate", "OR", "registration | mfta | under-someone"),
        ("LMFT associate", "WA", "registration | mfta | under-someone | state_matters"),
        ("LPCC associate", "OR", "registration | pca | under-someone"),
        ("therapist intern", "OR", "title | ?therapist lcsw qmhp | could-be | is_title"),
        (
            "Family Intervention Specialst",
            "OR",
            "title | ?fis qmha | did-you-mean text=family intervention specialist | could-be | is_title",
        ),
        ("LPC Intern", "FL", "registration | pca | under-someone | state_matters"),
        ("LPC Intern", "OR", "unknown | on-the-way"),
        ("LPC Intern", "WA", "registration | pca | under-someone | state_matters"),
    ],
)
def test_what_is_said_of_letters(text, state, all_of_it):
    assert read(text, state, TINY) == [(text, all_of_it)]


@pytest.mark.parametrize(
    ("text", "state", "all_of_it"),
    [
        ("DXP", "", "qualification | ?qmha qmhp | varies text=DXP | state_matters"),
        (
            "DXP",
            "MA",
            "qualification | ?qmha qmhp | means-here text=DXP here=MA meaning=two levels | "
            "near-roles there=OR",
        ),
        ("DXP", "OR", "qualification | used-elsewhere text=DXP here=OR there=MA | state_matters"),
        ("EXP", "", "qualification | ?qmha qmhp | varies text=EXP | state_matters"),
        ("EXP", "MA", "qualification | ?qmha qmhp | near-roles there=OR"),
        ("SVP", "", "qualification | ?qmha qmhp | several"),
        ("SVP", "OR", "qualification | ?qmha qmhp | several"),
        ("LPSW", "", "qualification | ?lcsw qmhp | several"),
        ("LPSW", "OR", "qualification | ?lcsw qmhp | several"),
        ("ZZP", "", "qualification | ?fss | used-in text=ZZP there=CO | state_matters"),
        ("ZZP", "CO", "qualification | fss | near-role there=OR role=fss"),
        ("ZZP", "OR", "qualification | used-elsewhere text=ZZP here=OR there=CO | state_matters"),
        ("YYP", "", "licence | lcsw"),
        ("YYP", "OR", "licence | ?lcsw cswa | used-in-others text=YYP here=OR there=MD | state_matters"),
        ("YYP", "MD", "licence | lcsw"),
        ("NXP", "", "unknown | unknown"),
        ("NXP", "OR", "unknown | unknown"),
        ("NP", "OR", "licence | pediatrician"),
        ("NP", "", "licence | pediatrician"),
        ("helper", "", "title | ?qmha qmhp | could-be | is_title"),
        ("helper", "OR", "title | ?qmha | could-be-one | is_title"),
        ("helper", "WA", "title | ?qmha qmhp | could-be | is_title"),
        ("guide here", "", "title | ?qmha | could-be-one | is_title"),
        ("guide here", "OR", "title | ?qmha | could-be-one | is_title"),
        ("guide here", "WA", "title | ?qmha | could-be-one | is_title"),
        ("PA", "OR", "licence | ?pediatrician | many-clinics"),
        ("our helpers", "OR", "title | ?qmha | could-be-one | is_title"),
    ],
)
def test_what_is_said_of_letters_that_several_roles_or_states_share(text, state, all_of_it):
    assert [said for _, said in read(text, state, MORE)] == [all_of_it]
