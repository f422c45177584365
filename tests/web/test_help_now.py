"""The page that answers while everything else is down."""


def test_help_page_asks_the_database_nothing_even_for_someone_signed_in(as_parent, django_assert_num_queries):
    with django_assert_num_queries(0):
        response = as_parent.get("/help-now/")
    assert b"tel:911" in response.content


def test_process_says_it_lives_without_the_database(client, django_assert_num_queries, db):
    with django_assert_num_queries(0):
        assert client.get("/healthz").json() == {"alive": True}


def test_help_page_works_without_script(client, db):
    page = client.get("/help-now/").content.decode()
    assert page.count("<script") == 1
    assert "sms:988" in page


def test_help_page_says_nothing_of_the_lines_that_we_have_not_read(client, db):
    page = client.get("/help-now/").content.decode()
    assert "Free" not in page
    assert "988lifeline.org" not in page
    assert "In Oregon, a crisis team can come to you." in page
