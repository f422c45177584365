"""Mail that stays on this computer can be read on a page; nowhere else."""

import pytest
from django.core.mail import EmailMessage
from django.core.mail.backends.filebased import EmailBackend

pytestmark = pytest.mark.django_db


@pytest.fixture
def folder(settings, tmp_path):
    settings.LOCAL_MAIL_PAGE = True
    settings.EMAIL_FILE_PATH = str(tmp_path)
    return tmp_path


@pytest.fixture
def mailed(folder):
    mail = EmailMessage(
        "Your sign-in code", "Your code is:\n\nABC-DEF <b>", "us@example.org", ["p@example.org"]
    )
    EmailBackend(file_path=str(folder)).send_messages([mail])
    return next(folder.glob("*.log")).name


def test_visitor_reads_the_mail_of_this_computer(client, mailed):
    assert b"Your sign-in code" in client.get("/local-mail/").content
    page = client.get(f"/local-mail/{mailed}").content.decode()
    assert "ABC-DEF &lt;b&gt;" in page


def test_empty_folder_says_so(client, folder):
    assert b"No mail yet" in client.get("/local-mail/").content


@pytest.mark.parametrize("name", ["..%2Fsecret.key", "%2e%2e", "other.txt", "missing.log"])
def test_nothing_but_mail_is_shown(client, folder, name):
    (folder.parent / "secret.key").write_text("secret")
    (folder / "other.txt").write_text("secret")
    assert client.get(f"/local-mail/{name}").status_code == 404


def test_where_real_mail_is_sent_the_page_does_not_exist(client, mailed, settings):
    settings.LOCAL_MAIL_PAGE = False
    assert client.get("/local-mail/").status_code == 404
    assert client.get(f"/local-mail/{mailed}").status_code == 404
    assert b"/local-mail/" not in client.get("/").content


@pytest.mark.parametrize("address", ["192.168.1.20", "203.0.113.9", "", "::2"])
def test_another_computer_finds_no_mail_page(client, mailed, address):
    assert client.get("/local-mail/", REMOTE_ADDR=address).status_code == 404
    assert client.get(f"/local-mail/{mailed}", REMOTE_ADDR=address).status_code == 404


def test_this_computer_has_more_than_one_name(client, mailed):
    assert client.get("/local-mail/", REMOTE_ADDR="::1").status_code == 200
