"""One form, one result, however often it is sent."""

import pytest
from django.http import HttpResponse
from django.shortcuts import redirect
from django.test import Client, RequestFactory

from audit.models import Entry
from tests.at_once import together
from web.idempotency import done, once
from web.models import FormKey


@pytest.fixture
def send(parent):
    """Send a form with a key to a view."""

    def post(view, key="k", by=parent, words="", to="/form/", **headers):
        request = RequestFactory().post(to, {"form_key": key, "text": words}, headers=headers)
        request.user = by
        return once(view)(request)

    return post


@pytest.fixture
def acts():
    return []


@pytest.fixture
def makes(acts):
    def view(request):
        acts.append(request)
        return redirect(f"/made/{len(acts)}/")

    return view


def test_second_submit_is_sent_where_the_first_one_led(send, makes, acts):
    assert send(makes).url == send(makes).url == "/made/1/"
    assert len(acts) == 1


def test_htmx_is_told_to_go_and_look(send, makes):
    send(makes)
    assert send(makes, **{"HX-Request": "true"}).headers["HX-Redirect"] == "/made/1/"


def test_another_key_is_another_act(send, makes):
    assert send(makes, "a").url != send(makes, "b").url


def test_same_key_with_other_words_is_another_act(send, makes, acts):
    assert send(makes, words="first").url == "/made/1/"
    assert send(makes, words="second").url == "/made/2/"
    assert [send(makes, words=said).url for said in ("first", "second")] == ["/made/1/", "/made/2/"]
    assert len(acts) == 2


@pytest.mark.parametrize("other", ["/another/", "/form/?n=sleep"])
def test_same_key_at_another_address_is_another_act(send, makes, other):
    assert send(makes).url == "/made/1/"
    assert [send(makes, to=other).url for _ in range(2)] == ["/made/2/", "/made/2/"]
    assert send(makes).url == "/made/1/"


def test_line_ends_and_tokens_make_no_other_words(parent, makes, acts):
    for text, token in (("a\r\nb", "one"), ("a\nb", "two")):
        form = {"form_key": "k", "text": text, "csrfmiddlewaretoken": token}
        request = RequestFactory().post("/form/", form)
        request.user = parent
        once(makes)(request)
    assert len(acts) == 1


def test_note_written_on_a_page_gone_back_to_is_kept_beside_the_first(as_parent, room):
    for text in ("first note", "first note", "second note, the same page"):
        as_parent.post(f"/room/{room.key}/log/", {"text": text, "form_key": "k"})
    notes = list(room.events.filter(kind="note").order_by("pk").values_list("text", flat=True))
    assert notes == ["first note", "second note, the same page"]


def test_key_of_one_person_is_not_the_key_of_another(send, makes, other_parent):
    assert send(makes).url != send(makes, by=other_parent).url


def test_form_with_an_error_may_be_sent_again(send, makes):
    send(lambda request: HttpResponse("Add a nickname."))
    assert not FormKey.objects.exists()
    assert send(makes).url == "/made/1/"


def test_part_of_a_page_may_be_a_finished_act(send, makes, acts):
    send(lambda request: done(HttpResponse("<li>Sent</li>"), at="/thread/"))
    assert send(makes).url == "/thread/"
    assert not acts


def test_act_that_breaks_takes_its_key_back(send, makes):
    with pytest.raises(ZeroDivisionError):
        send(lambda request: redirect(f"/{1 // 0}/"))
    assert send(makes).url == "/made/1/"


def test_form_without_a_key_is_let_through(send, makes, acts):
    send(makes, key="")
    send(makes, key="")
    assert len(acts) == 2


def test_twenty_equal_submits_at_once_make_one_change(shared_database, as_parent):
    form = {"display_name": "Renee", "time_zone": "America/Denver", "form_key": "one"}
    cookies = {name: morsel.value for name, morsel in as_parent.cookies.items()}
    shared_database()

    def submit():
        client = Client()
        client.cookies.load(cookies)
        response = client.post("/me/", form)
        return response.status_code, response.headers.get("Location")

    assert together(20, submit) == [(302, "/me/")] * 20
    assert together(1, lambda: Entry.objects.filter(verb="changed settings").count()) == [1]
