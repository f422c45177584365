"""People and needs: letters explained, what was agreed, and the way out with its undo."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from audit.models import Entry
from cases.models import Agreement, Credential, FlagMove, Member
from cases.services.agreements import agree
from cases.services.rooms import set_needs
from cases.services.team import add_member
from roles.models import Need
from tests import factories
from tests.cases.pages import said, words

pytestmark = pytest.mark.django_db


@pytest.fixture
def jane(room):
    return factories.member(room, "Jane")


@pytest.fixture
def url(room, jane):
    return f"/room/{room.key}/team/{jane.key}/"


def test_each_group_of_letters_is_explained(as_parent, url):
    text = said(as_parent.get(url))
    for part in ("A degree", "On the way to a license", "A role at an agency, not a license"):
        assert part in text


def test_looking_letters_up_is_remembered_with_its_day(as_parent, url, jane):
    letters = jane.credentials.get(text="CSWA")
    as_parent.post(url, {"do": "looked-up", "credential": letters.pk})
    letters.refresh_from_db()
    assert letters.standing == Credential.Standing.VERIFIED
    assert "Looked up:" in said(as_parent.get(url))


def test_letters_of_somebody_else_are_not_found(as_parent, url, room):
    other = factories.member(room, "Tasha").credentials.first()
    page = as_parent.post(url, {"do": "looked-up", "credential": other.pk}, follow=True)
    assert "These letters read otherwise now." in said(page)
    other.refresh_from_db()
    assert other.standing == "said"


def test_a_title_that_could_be_several_is_settled_by_the_parent(as_parent, room):
    luis = factories.member(room, "Luis")
    title = luis.credentials.filter(candidates__isnull=False).first()
    role = title.candidates.first()
    form = {"do": "resolve", "credential": title.pk, "role": role.slug}
    as_parent.post(f"/room/{room.key}/team/{luis.key}/", form)
    title.refresh_from_db()
    assert title.role == role


@pytest.fixture
def title(room):
    """Luis's title, which could mean several roles."""
    return factories.member(room, "Luis").credentials.filter(candidates__isnull=False).first()


@pytest.fixture
def luis_url(room, title):
    return f"/room/{room.key}/team/{title.member.key}/"


def test_which_role_it_is_can_be_taken_back(as_parent, luis_url, title):
    before = set(title.candidates.values_list("slug", flat=True))
    role = {"credential": title.pk, "role": title.candidates.first().slug}
    as_parent.post(luis_url, {"do": "resolve", **role})
    assert "You told us which one it is." in said(as_parent.get(luis_url))
    as_parent.post(luis_url, {"do": "unresolve", "credential": title.pk})
    title.refresh_from_db()
    assert (title.role, title.resolved) == (None, False)
    assert set(title.candidates.values_list("slug", flat=True)) == before
    assert "You told us" not in said(as_parent.get(luis_url))
    assert Entry.objects.filter(verb="unresolved", object_id=title.pk).count() == 1


def test_a_role_that_is_taken_back_was_not_looked_up_either(as_parent, luis_url, title):
    role = {"credential": title.pk, "role": title.candidates.first().slug}
    as_parent.post(luis_url, {"do": "resolve", **role})
    for do in ("looked-up", "unresolve"):
        as_parent.post(luis_url, {"do": do, "credential": title.pk})
    title.refresh_from_db()
    assert (title.role, title.standing, title.verified_on) == (None, "said", None)


def test_only_a_role_the_letters_can_mean_is_taken(as_parent, luis_url, title):
    form = {"do": "resolve", "credential": title.pk, "role": "psychiatrist"}
    assert "Pick one of the roles" in said(as_parent.post(luis_url, form, follow=True))
    title.refresh_from_db()
    assert title.role is None


def test_every_role_a_title_can_mean_can_be_picked(as_parent, room, parent):
    sam = add_member(case=room, by=parent, name="Sam", said="Sam, Therapist")
    page = words(as_parent.get(f"/room/{room.key}/team/{sam.key}/"))
    candidates = sam.credentials.get().candidates.values_list("slug", flat=True)
    assert all(f'<option value="{slug}">' in page for slug in candidates)


def test_we_do_not_know_yet_is_a_fine_answer(as_parent, luis_url, title):
    form = {"do": "resolve", "credential": title.pk, "role": ""}
    assert "Pick one of the roles" not in said(as_parent.post(luis_url, form, follow=True))
    assert title.candidates.exists()


def test_having_looked_it_up_can_be_taken_back(as_parent, url, jane):
    letters = {"credential": jane.credentials.get(text="CSWA").pk}
    as_parent.post(url, {"do": "looked-up", **letters})
    as_parent.post(url, {"do": "not-looked-up", **letters})
    again = jane.credentials.get(text="CSWA")
    assert (again.pk, again.standing, again.verified_on) == (letters["credential"], "said", None)
    assert "Looked up:" not in said(as_parent.get(url))


@pytest.mark.parametrize("kind", ["plan", "agreed", "declined"])
def test_what_was_agreed_is_kept_and_can_be_taken_back(as_parent, url, jane, kind):
    form = {"do": "agreements", "version": jane.version}
    as_parent.post(url, {**form, "need-family-conflict": kind})
    jane.refresh_from_db()
    assert Agreement.objects.get(member=jane).kind == kind
    as_parent.post(url, {**form, "version": jane.version, "need-family-conflict": ""})
    assert not Agreement.objects.exists()


def test_extra_training_is_kept_and_can_be_taken_away(as_parent, url, jane):
    form = {"do": "training", "training": "TF-CBT", "capability": "trauma-treatment"}
    assert "TF-CBT" in said(as_parent.post(url, form, follow=True))
    as_parent.post(url, {"do": "training-remove", "training_id": jane.trainings.get().pk})
    assert not jane.trainings.exists()


def test_a_supervisor_without_a_name_is_asked_for_it(as_parent, url, jane):
    form = {"do": "edit", "name": "Jane", "said": jane.said, "supervisor": "named", "version": jane.version}
    page = as_parent.post(url, form)
    assert "Add the name, or pick" in said(page)
    assert '<details class="more mt-4" open' in words(page)


@pytest.mark.parametrize(
    ("choice", "name", "kept"),
    [
        ("unknown", "Maria", ("unknown", "")),
        ("unknown", "Pat", ("named", "Pat")),
        ("none", "Maria", ("none", "")),
    ],
)
def test_a_name_from_before_gives_way_to_the_choice(as_parent, url, jane, choice, name, kept):
    Member.objects.filter(pk=jane.pk).update(supervisor="named", supervisor_name="Maria")
    form = {"do": "edit", "name": "Jane", "said": jane.said, "version": jane.version}
    as_parent.post(url, {**form, "supervisor": choice, "supervisor_name": name})
    jane.refresh_from_db()
    assert (jane.supervisor, jane.supervisor_name) == kept


def test_a_name_beside_works_on_their_own_is_not_dropped_in_silence(as_parent, url, jane):
    form = {"do": "edit", "name": "Jane", "said": jane.said, "version": jane.version}
    page = as_parent.post(url, {**form, "supervisor": "none", "supervisor_name": "Maria"})
    assert "or take the name out" in said(page)
    assert 'value="Maria"' in words(page)


def test_agreements_saved_at_once_are_judged_at_once(as_parent, room, parent, url, jane):
    needs = {slug: room.needs.get(slug=slug) for slug in ("family-conflict", "self-harm-suicide")}
    agree(member=jane, need=needs["self-harm-suicide"], by=parent, kind="agreed")
    jane.refresh_from_db()
    before = FlagMove.objects.count()
    form = {"do": "agreements", "version": jane.version}
    as_parent.post(url, {**form, "need-self-harm-suicide": "", "need-family-conflict": "agreed"})
    moves = FlagMove.objects.all()[: FlagMove.objects.count() - before]
    assert len({move.flag_id for move in moves}) == len(moves)  # none goes and comes back


def test_more_changes_cost_no_more_rechecks(as_parent, room, parent, url, jane):
    set_needs(case=room, by=parent, needs=[*factories.NEEDS, "trauma"])

    def queries(*slugs):
        jane.refresh_from_db()
        form = {"do": "agreements", "version": jane.version}
        with CaptureQueriesContext(connection) as found:
            as_parent.post(url, {**form, **{f"need-{slug}": "plan" for slug in slugs}})
        return len(found)

    one, three = queries("medication-questions"), queries("family-conflict", "trauma", "everyday-skills")
    assert three < one + 2 * 14  # a recheck asks more often than that


def test_a_stale_edit_shows_both_versions(as_parent, url, jane):
    form = {"do": "edit", "name": "Jane", "said": jane.said, "version": jane.version}
    as_parent.post(url, {**form, "agency": "River Clinic"})
    page = as_parent.post(url, {**form, "agency": "Hill Clinic"})
    assert "River Clinic" in said(page)
    assert 'value="Hill Clinic"' in words(page)


def test_a_belief_in_the_parents_own_words_survives_an_edit(as_parent, url, jane):
    Member.objects.filter(pk=jane.pk).update(believed="our family therapist")
    form = {"do": "edit", "name": "Jane", "said": jane.said, "version": jane.version}
    as_parent.post(url, {**form, "believed": "our family therapist", "agency": "River Clinic"})
    jane.refresh_from_db()
    assert (jane.believed, jane.agency) == ("our family therapist", "River Clinic")


def test_somebody_who_left_can_be_brought_back(as_parent, url, room, jane):
    as_parent.post(url, {"do": "left"})
    assert "Left the team" in said(as_parent.get(f"/room/{room.key}/team/"))
    as_parent.post(url, {"do": "back"})
    jane.refresh_from_db()
    assert jane.left_on is None


def test_somebody_who_led_nothing_leaves_no_chair_open(as_parent, url, jane):
    page = words(as_parent.post(url, {"do": "left"}, follow=True))
    assert "Jane left the team." in page
    assert "open again" not in page


def test_the_chair_of_whoever_led_is_open_again(as_parent, room, parent):
    tasha = factories.member(room, "Tasha")
    agree(member=tasha, need=Need.objects.get(slug="everyday-skills"), by=parent, kind="agreed")
    page = words(as_parent.post(f"/room/{room.key}/team/{tasha.key}/", {"do": "left"}, follow=True))
    assert "Tasha left the team. One chair is open again." in page


def test_a_person_nobody_was_asked_yet_comes_with_two_ready_questions(as_parent, url):
    assert words(as_parent.get(url)).count("Ask this") == 2


def test_adding_a_person_later_returns_to_the_team(as_parent, room):
    form = {"do": "add", "text": "Ana Ruiz, MSW", "name": "Ana"}
    assert as_parent.post(f"/room/{room.key}/team/add/", form).url == f"/room/{room.key}/team/"


def test_an_act_nobody_knows_changes_nothing(as_parent, url):
    assert "Nothing has changed." in said(as_parent.post(url, {"do": "explode"}, follow=True))


def test_a_need_shows_marks_roles_and_whom_to_ask(as_parent, room):
    text = said(as_parent.get(f"/room/{room.key}/needs/family-conflict/"))
    assert "You could ask Jane" in text
    assert "Roles that could lead it" in text
    assert "Licensed Marriage and Family Therapist" in text


def test_a_need_that_was_not_picked_has_no_page(as_parent, room):
    assert as_parent.get(f"/room/{room.key}/needs/eating/").status_code == 404


def test_needs_can_be_changed_later(as_parent, room):
    as_parent.post(f"/room/{room.key}/needs/", {"needs": ["trauma"], "version": room.version})
    assert list(room.needs.values_list("slug", flat=True)) == ["trauma"]
