"""A shell's own variables steer nothing; what is meant for the room is read, or refused in one sentence."""

import re
import sqlite3
import subprocess
import sys
from contextlib import closing
from runpy import run_path

import pytest
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from config.stores import NOT_IN_GIT, REDIS, data_folder, database
from config.surroundings import NAMES, Surroundings, kept_secret
from tests.servers import SAFE_PRODUCTION, clean_environment

SHELL = {
    "DATABASE_URL": "sqlite:///elsewhere.sqlite3",
    "REDIS_URL": "redis://127.0.0.1:1/0",
    "EMAIL_URL": "smtp://127.0.0.1:1",
    "DEBUG": "release",
    "SECRET_KEY": "of-another-project",
    "ALLOWED_HOSTS": "shop.example.org",
    "CELERY_BROKER_URL": "redis://127.0.0.1:1/1",
    "DJANGO_SETTINGS_MODULE": "shop.settings",
}
SHOW = (
    "from django.conf import settings as s; from config import celery_app as c;"
    "print(s.DATABASES['default']['NAME'], s.REDIS_URL, s.DEBUG, s.EMAIL_URL, c.conf.broker_url)"
)


@pytest.fixture
def manage(tmp_path):
    """``manage.py`` in a process of its own."""

    def run(*words, **env):
        return subprocess.run(
            [sys.executable, settings.ROOT / "manage.py", *words],
            env={**clean_environment(tmp_path / "var"), **env},
            cwd=tmp_path,
            capture_output=True,
            text=True,
            timeout=100,
        )

    return run


def test_what_a_shell_holds_for_others_is_not_read_and_named_in_one_line(manage, tmp_path):
    done = manage("shell", "--no-imports", "-c", SHOW, **SHELL)
    assert done.stdout.split() == [str(tmp_path / "var/db.sqlite3"), "False", "files://localhost"]
    told = done.stderr.splitlines()
    names = "ALLOWED_HOSTS, CELERY_BROKER_URL, DATABASE_URL, DEBUG, EMAIL_URL, REDIS_URL, SECRET_KEY"
    assert [names in line for line in told] == [True]


INTERRUPTED = """
import sys

class CtrlC:
    def find_spec(self, name, *rest):
        if name == {name!r}:
            raise KeyboardInterrupt

sys.meta_path.insert(0, CtrlC())
"""


@pytest.mark.parametrize(
    "name", ["django.conf", "django.core.management", "config.guard", "config.settings", "accounts.models"]
)
def test_ctrl_c_while_it_loads_is_the_end_and_says_nothing(manage, tmp_path, name):
    (tmp_path / "sitecustomize.py").write_text(INTERRUPTED.format(name=name))
    done = manage("check", PYTHONPATH=str(tmp_path))
    assert (done.returncode, done.stdout, done.stderr) == (130, "", "")


def test_database_of_another_project_gets_no_table(manage, tmp_path):
    theirs = tmp_path / "elsewhere.sqlite3"
    with closing(sqlite3.connect(theirs)) as database:
        database.execute("create table orders (id integer)")
        done = manage("migrate", "web", "--verbosity", "0", DATABASE_URL=f"sqlite:///{theirs}")
        assert done.returncode == 0, done.stderr
        tables = database.execute("select name from sqlite_master where type = 'table'").fetchall()
    assert tables == [("orders",)]
    assert (tmp_path / "var/db.sqlite3").exists()


def test_names_with_room_before_them_are_read_without_a_word(manage, tmp_path):
    ours = {f"ROOM_{name}": value for name, value in SHELL.items() if name in NAMES} | {"ROOM_DEBUG": "true"}
    done = manage("shell", "--no-imports", "-c", SHOW, **ours)
    assert done.stdout.split() == [
        "elsewhere.sqlite3", "redis://127.0.0.1:1/0", "True", "smtp://127.0.0.1:1", "redis://127.0.0.1:1/0",
    ]  # fmt: skip
    assert done.stderr == ""


def test_production_keeps_the_plain_names(manage):
    show = "from django.conf import settings as s; print(s.SITE_ADDRESS)"
    done = manage("shell", "--no-imports", "-c", show, **SAFE_PRODUCTION)
    assert [done.stdout, done.stderr] == ["https://room.example.org\n", ""]


WRONG = [
    ("DEBUG", "release", "'release' is not understood. It has to be true or false."),
    ("DATABASE_URL", "shop", "it has to be an address that begins with postgres:// or"),
    ("DATABASE_URL", "mysql://127.0.0.1/room", "it has to be an address that begins with postgres:// or"),
    ("DATABASE_URL", "postgres://room@127.0.0.1:99999/room", "its host or port cannot be."),
    ("DATABASE_URL", "postgres://[::1/room", "its host or port cannot be."),
    ("REDIS_URL", "127.0.0.1:6379", "it has to be an address that begins with redis://"),
    ("REDIS_URL", "redis://127.0.0.1:0/1", "its host or port cannot be."),
    ("EMAIL_URL", "mail.example.org", "it has to be an address that begins with smtp://"),
    ("EMAIL_URL", "smtp://127.0.0.1:x", "its host or port cannot be."),
    ("SITE_ADDRESS", "room.example.org", "it has to be an address that begins with https://"),
    ("CSRF_TRUSTED_ORIGINS", "https://a.example.org, b", "it has to be an address that begins with https://"),
    ("QUICK_EXIT_URL", "weather", "it has to be an address that begins with https://"),
    ("SWEEP_SECONDS", "0", "'0' is not understood. It has to be a number of seconds above 0."),
    ("CLOCK_SHIFT_SECONDS", "nan", "'nan' is not understood. It has to be a number of seconds."),
    ("STREAM_POLL_SECONDS", "often", "'often' is not understood. It has to be a number of seconds."),
    ("TRUSTED_PROXIES", "-1", "'-1' is not understood. It has to be a whole number, 0 or more."),
    ("LOG_LEVEL", "loud", "'loud' is not understood. It has to be one of: DEBUG, INFO,"),
    ("EMAIL_VERIFICATION", "yes", "'yes' is not understood. It has to be one of: optional,"),
]


@pytest.mark.parametrize(("name", "value", "words"), WRONG)
def test_wrong_value_ends_in_one_plain_sentence(monkeypatch, name, value, words):
    monkeypatch.setenv(f"ROOM_{name}", value)
    with pytest.raises(ImproperlyConfigured) as refused:
        run_path(str(settings.ROOT / "platform/config/settings.py"))
    assert str(refused.value).startswith(f"ROOM_{name}: {words}")
    assert "\n" not in str(refused.value)


@pytest.fixture
def refusal(manage):
    """What reading the settings ends in, said by ``manage.py``."""

    def run(**env):
        done = manage("check", **env)
        assert [done.returncode, done.stdout] == [3, ""]
        return done.stderr

    return run


def test_production_is_as_plain_about_a_wrong_value(refusal):
    said = refusal(**SAFE_PRODUCTION | {"DEBUG": "release"})
    assert said == "DEBUG: 'release' is not understood. It has to be true or false.\n"


def test_complaint_about_an_address_does_not_repeat_its_password(monkeypatch):
    monkeypatch.setenv("REDIS_URL", "redis://:hush@127.0.0.1:99999/0")
    with pytest.raises(ImproperlyConfigured, match=r"^REDIS_URL: its host or port cannot be"):
        Surroundings().address("REDIS_URL", REDIS)


def test_every_entry_point_of_production_is_plain_about_a_wrong_value(tmp_path):
    env = {**clean_environment(tmp_path), **SAFE_PRODUCTION, "DEBUG": "release"}
    pages = [["-c", f"import config.{module}"] for module in ("wsgi", "asgi", "stream")]
    for words in (*pages, ["-m", "celery", "-A", "config", "report"]):
        argv = [sys.executable, *words]
        done = subprocess.run(argv, env=env, capture_output=True, text=True, timeout=100)
        assert [done.returncode, done.stderr.count("\n")] == [3, 1]


def test_postgres_without_its_driver_is_one_sentence(monkeypatch, tmp_path):
    monkeypatch.setenv("ROOM_DATABASE_URL", "postgres://room@127.0.0.1:1/room")
    monkeypatch.setattr("config.stores.DRIVER", "nowhere")
    with pytest.raises(ImproperlyConfigured, match="its driver here. `make tools` brings it"):
        database(Surroundings("ROOM_"), tmp_path)


def test_folder_that_cannot_be_is_one_sentence(refusal, tmp_path):
    (tmp_path / "taken").write_text("a file")
    assert "cannot be written" in refusal(ROOM_VAR=str(tmp_path / "taken"))


@pytest.mark.parametrize("inside", ["", "family", "docs/family", "variety", "../{root}/family"])
def test_folder_that_git_would_take_along_is_one_sentence(inside):
    root = settings.ROOT
    asked = str(root / inside.format(root=root.name))
    with pytest.raises(ImproperlyConfigured, match=r"git would take a family's data along\. Name a folder"):
        data_folder(asked, root)


def test_relative_folder_counts_from_where_one_is(monkeypatch, tmp_path):
    monkeypatch.chdir(settings.ROOT)
    with pytest.raises(ImproperlyConfigured, match="ROOM_VAR: family lies among the files of this project"):
        data_folder("family", settings.ROOT)
    monkeypatch.chdir(tmp_path)
    assert data_folder("family", settings.ROOT) == tmp_path / "family"


def test_a_link_into_the_project_is_seen_through(tmp_path):
    (tmp_path / "link").symlink_to(settings.ROOT / "docs")
    with pytest.raises(ImproperlyConfigured, match="git would take"):
        data_folder(str(tmp_path / "link" / "family"), settings.ROOT)


@pytest.mark.parametrize("blank", ["", "  "])
def test_folder_that_is_not_named_is_the_one_git_leaves_out(blank):
    root = settings.ROOT
    assert data_folder(blank, root) == root / "var"
    assert data_folder(str(root / "var/two"), root) == root / "var/two"
    ignored = (root / ".gitignore").read_text().split()
    assert {f"{name}/" for name in NOT_IN_GIT} <= set(ignored)


def test_key_that_was_left_empty_is_made_anew(tmp_path):
    path = tmp_path / "secret.key"
    path.touch()
    assert len(kept_secret(path)) > 50
    assert kept_secret(path) == kept_secret(path)
    assert path.stat().st_mode & 0o077 == 0
    assert [child.name for child in tmp_path.iterdir()] == ["secret.key"]


def test_every_name_is_read_somewhere():
    files = [settings.ROOT / "platform/config" / name for name in ("settings.py", "stores.py")]
    read = re.findall(r'env\.\w+\(\s*(?:"dj_\w+", )?"(\w+)"', "".join(file.read_text() for file in files))
    assert set(read) == set(NAMES)


def test_pytest_itself_listens_to_no_other_project(tmp_path):
    argv = [sys.executable, "-m", "pytest", "-q", "-p", "no:randomly", "--collect-only", __file__]
    env = {**clean_environment(tmp_path), **SHELL, "ROOM_MODE": "production"}
    done = subprocess.run(argv, cwd=settings.ROOT, env=env, capture_output=True, text=True, timeout=100)
    assert done.returncode == 0, done.stdout
