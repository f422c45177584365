"""The container files name only what exists."""

import re
import shutil
from importlib import import_module
from pathlib import Path

import pytest
import yaml
from django.conf import settings
from django.core.management import get_commands

from config.celery import app
from tests.servers import SAFE_PRODUCTION

ROOT: Path = settings.ROOT
COMPOSE = yaml.safe_load((ROOT / "docker-compose.yml").read_text())
DOCKERFILE = (ROOT / "Dockerfile").read_text()
EXAMPLE = (ROOT / ".env.example").read_text()
SERVICES = COMPOSE["services"]


def words_of(service):
    """Everything a service runs, as one string."""
    own = service.get(
        "command", [] if "build" not in service else re.findall(r"^CMD (\[.*?\])", DOCKERFILE, re.S | re.M)
    )
    return " ".join([*own, *service.get("healthcheck", {}).get("test", [])])


ALL_WORDS = " ".join(words_of(service) for service in SERVICES.values())


def test_all_six_parts_and_the_migration_are_there():
    assert set(SERVICES) == {"web", "stream", "worker", "beat", "postgres", "redis", "migrate"}


@pytest.mark.parametrize("name", sorted(set(SERVICES) - {"migrate"}))
def test_every_part_says_whether_it_is_well(name):
    assert SERVICES[name]["healthcheck"]["test"]


@pytest.mark.parametrize("target", sorted(set(re.findall(r"config\.\w+:application", ALL_WORDS))))
def test_servers_start_something_that_exists(target):
    module, _, name = target.partition(":")
    assert callable(getattr(import_module(module), name))


def test_pages_and_stream_are_both_started():
    assert {"config.wsgi:application", "config.stream:application"} <= set(
        re.findall(r"config\.\w+:\w+", ALL_WORDS)
    )


@pytest.mark.parametrize("command", sorted(set(re.findall(r"manage\.py (\w+)", ALL_WORDS + DOCKERFILE))))
def test_management_commands_exist(command):
    assert command in get_commands()


def test_celery_finds_the_app_it_is_told_to_run():
    assert set(re.findall(r"celery -A (\w+)", ALL_WORDS)) == {"config"}
    assert import_module("config").celery_app is app


@pytest.mark.parametrize("program", ["celery", "uvicorn"])
def test_programs_are_installed(program):
    assert shutil.which(program, path=str(ROOT / ".venv/bin")) or shutil.which(program)


@pytest.mark.parametrize("path", re.findall(r"^COPY (?!--from)(.+) \S+$", DOCKERFILE, re.M))
def test_image_copies_files_that_exist(path):
    assert all((ROOT / word).exists() for word in path.split())


def test_every_variable_is_explained_in_the_example():
    asked = re.findall(r"\$\{(\w+)", (ROOT / "docker-compose.yml").read_text())
    assert set(asked) <= set(re.findall(r"^(\w+)=", EXAMPLE, re.M))


@pytest.mark.parametrize("text", [EXAMPLE, DOCKERFILE], ids=["example", "image"])
def test_whatever_production_asks_for_is_set(text):
    assert set(SAFE_PRODUCTION) <= set(re.findall(r"(\w+)=", text))


def test_pages_open_no_socket_on_a_disk_they_may_not_write():
    assert SERVICES["web"]["read_only"]
    assert "--no-control-socket" in words_of(SERVICES["web"])


def test_nothing_listens_beyond_this_machine():
    ports = [port for service in SERVICES.values() for port in service.get("ports", [])]
    assert ports
    assert all(port.startswith("127.0.0.1:") for port in ports)


def test_no_wildcard_host_and_no_secret_is_written_down():
    assert "*" not in re.findall(r"^ALLOWED_HOSTS=(.*)$", EXAMPLE, re.M)[0]
    assert re.findall(r"^SECRET_KEY=(.*)$", EXAMPLE, re.M) == [""]


def test_product_parts_run_without_root_on_pinned_packages():
    assert "\nUSER room\n" in DOCKERFILE
    assert DOCKERFILE.count("--require-hashes") == 2
