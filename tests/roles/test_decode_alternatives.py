"""Letters joined by "or" leave open which they are: none is held, and each of them is a candidate."""

import pytest

from cases.reader import read
from roles.catalogue import Kind, Reach
from roles.decode import decode
from tests.cases.built import build
from web.clock import now

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("said", "text", "candidates"),
    [
        *((said, "QMHA or QMHP", ("qmha", "qmhp")) for said in ("QMHA or QMHP", "QMHA, or QMHP")),
        *((said, "QMHA or QMHP", ("qmha", "qmhp")) for said in ("QMHA and/or QMHP", "QMHA / or QMHP")),
        *((said, "QMHA or QMHP", ("qmha", "qmhp")) for said in ("either QMHA or QMHP", "QMHA or a QMHP")),
        ("QMHP or QMHA", "QMHP or QMHA", ("qmhp", "qmha")),
        ("LCSW or LPC", "LCSW or LPC", ("lcsw", "lpc")),
        ("QMHA, QMHP or LPC", "QMHA, QMHP or LPC", ("qmha", "qmhp", "lpc")),
        ("QMHP or LCSW candidate", "QMHP or LCSW candidate", ()),
        ("QMHP or XYZQ", "QMHP or XYZQ", ()),
        (
            "licensed clinical social worker or licensed professional counselor",
            "licensed clinical social worker or licensed professional counselor",
            ("lcsw", "lpc"),
        ),
    ],
)
def test_one_of_them_is_meant_and_none_is_held(catalogue, said, text, candidates):
    read_as = decode(f"Bo, {said}", catalogue, "OR").credentials
    assert [(c.text, c.role, c.candidates) for c in read_as] == [(text, "", candidates)]
    assert [c.doubted for c in read_as] == ["" if candidates else "qmhp"]
    assert decode(text, catalogue, "OR").credentials == read_as


@pytest.mark.parametrize(
    "said",
    [
        *("acting QMHP", "acting as QMHP", "interim QMHP", "QMHP equivalent", "QMHP-equivalent"),
        *("QMHP (equivalent)", "QMHP or equivalent", "equivalent to QMHP", "QMHP variance", "QMHP waiver"),
        *("QMHP by variance", "QMHP with variance", "QMHP-level", "QMHP level", "QMHA/QMHP?"),
    ],
)
def test_nearly_is_not_held(catalogue, said):
    read_as = decode(f"Bo, {said}", catalogue, "OR").credentials
    assert {(c.kind, c.role, c.candidates) for c in read_as} == {(Kind.UNKNOWN, "", ())}


@pytest.mark.parametrize(
    ("said", "held"),
    [
        ("QMHA and QMHP", ["qmha", "qmhp"]),
        ("QMHA/QMHP", ["qmha", "qmhp"]),
        ("LPC/LMFT", ["lpc", "lmft"]),
        ("LPC & LMFT", ["lpc", "lmft"]),
        ("MSW, LCSW", ["msw", "lcsw"]),
        ("MSW, LCSW or LPC", ["msw", ""]),
        ("QMHP, call or text", ["qmhp"]),
        ("QMHP\nSalem or Portland", ["qmhp"]),
        ("Acting Clinical Director, QMHP", ["qmhp"]),
        ("LCSW or lcsw", ["lcsw"]),
    ],
)
def test_what_is_said_beside_an_or_is_held(catalogue, said, held):
    assert [c.role for c in decode(f"Bo, {said}", catalogue, "OR").credentials] == held


@pytest.mark.parametrize(
    ("said", "could"),
    [
        ("QMHP", True),
        ("QMHA, QMHP", True),
        ("QMHA or QMHP", False),
        ("QMHP or QMHA", False),
        ("acting QMHP", False),
    ],
)
def test_the_higher_of_two_fills_no_chair(catalogue, parent, said, could):
    bo = {"name": "Bo", "said": f"Bo, {said}"}
    case = build(parent, {"age": "6-12", "state": "OR", "needs": ["depression-anxiety"], "team": [bo]})
    (cell,) = read(case, now=now()).coverage.row("depression-anxiety").cells
    assert (cell.reach is Reach.SUPERVISED) is could
