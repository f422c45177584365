"""After a training is saved the page says that the grid counts on it only if the grid does."""

import pytest

from cases.reader import read
from tests.cases.built import build
from tests.cases.pages import said
from web.clock import now

pytestmark = pytest.mark.django_db
COUNTS = "Saved. The grid counts on this training now."
STAYS = "Saved. The grid stays as it is: this training alone opens no need on your list."
LATER = "Saved. It counts once someone has seen the certificate of a full course."


@pytest.mark.parametrize(
    ("signature", "capability", "name", "standing", "kind", "words"),
    [
        ("LCSW", "medication", "Prescribing course", "certified", "full", STAYS),
        ("LCSW", "medication", "TFCBT", "told", "full", STAYS),
        ("LCSW", "medication", "A talk", "told", "short", STAYS),
        ("LCSW", "medication", "Prescribing course", "under-way", "", STAYS),
        ("QMHA", "trauma-treatment", "TF-CBT", "certified", "full", STAYS),
        ("LPC", "trauma-treatment", "TF-CBT", "certified", "full", COUNTS),
        ("LPC", "trauma-treatment", "A new method", "told", "", LATER),
    ],
)
def test_only_what_the_grid_counts_on_is_said_to_count(
    catalogue, as_parent, parent, signature, capability, name, standing, kind, words
):
    team = [{"name": "Jane", "said": f"Jane, {signature}", "agreed": ["trauma", "medication-questions"]}]
    case = build(
        parent, {"state": "OR", "age": "6-11", "needs": ["trauma", "medication-questions"], "team": team}
    )
    form = {
        "do": "training", "training": name, "capability": capability, "standing": standing, "kind": kind,
    }  # fmt: skip
    page = said(as_parent.post(f"/room/{case.key}/team/{case.members.get().key}/", form, follow=True))
    assert words in page
    lifted = [
        fit.lifted_by for row in read(case, now=now()).coverage.rows for c in row.cells for fit in c.fits
    ]
    assert any(lifted) is (words == COUNTS)
