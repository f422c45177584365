"""The container files name only what exists."""

import json
import re
import shutil
import subprocess
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
STAGES = re.split(r"^FROM ", DOCKERFILE, flags=re.M)[1:]
BUILD, LAST = STAGES


def words_of(service):
    """Everything a service runs, as one string."""
    own = service.get(
        "command", [] if "build" not in service else re.findall(r"^CMD (\[.*?\])$", DOCKERFILE, re.S | re.M)
    )
    return " ".join([*own, *service.get("healthcheck", {}).get("test", [])])


ALL_WORDS = " ".join(words_of(service) for service in SERVICES.values())


def test_all_six_parts_and_the_migration_are_there():
    parts = {name for name, service in SERVICES.items() if "profiles" not in service}
    assert parts == {"web", "stream", "worker", "beat", "postgres", "redis", "migrate"}


def test_the_demo_is_one_part_that_starts_only_when_it_is_named():
    assert [(name, s["profiles"]) for name, s in SERVICES.items() if "profiles" in s] == [("demo", ["demo"])]
    assert not {"depends_on", "volumes"} & set(SERVICES["demo"])


def test_the_demo_takes_nothing_from_the_file_of_secrets_and_keeps_nothing():
    demo = SERVICES["demo"]
    assert demo["env_file"] == []
    assert demo["environment"] == {"ROOM_MODE": "embedded", "ROOM_VAR": "/tmp/room"}
    assert demo["tmpfs"] == ["/tmp"]
    assert demo["read_only"]


def test_the_demo_listens_on_one_port_inside_and_out():
    port = "${DEMO_PORT:-8000}"
    assert SERVICES["demo"]["ports"] == [f"127.0.0.1:{port}:{port}"]
    assert SERVICES["demo"]["command"][-4:] == ["--host", "0.0.0.0", "--port", port]
    assert f"http://127.0.0.1:{port}/healthz" in SERVICES["demo"]["healthcheck"]["test"]


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


def test_both_stages_stand_on_one_python_that_the_project_takes():
    bases = {stage.split()[0] for stage in STAGES}
    assert bases == {"python:3.13-slim"}
    assert ">=3.11,<3.15" in (ROOT / "pyproject.toml").read_text()


def test_nothing_that_installs_or_builds_is_in_what_runs():
    assert re.findall(r"^COPY --from=build (?:--chown=\S+ )?(\S+) \S+$", LAST, re.M) == [
        "/opt/room",
        "/srv/room",
    ]
    assert "python -m venv --without-pip /opt/room" in BUILD
    assert set(re.findall(r"(\S+)/(?:pip|uv|hatchling) ", BUILD)) == {"/opt/tools/bin"}
    assert "pip uninstall" in LAST
    assert not re.search(r"pip install|apt-get|uv ", LAST)


def test_only_what_runs_is_installed_where_it_is_copied_from():
    synced = re.search(r"uv pip sync --python /opt/room/bin/python (.*)", BUILD)[1]
    assert re.findall(r"requirements/\S+", synced) == ["requirements/prod.txt"]


def test_bytecode_is_compiled_last_and_holds_whatever_dates_the_files_get():
    compiling = BUILD.index("-m compileall")
    assert compiling > BUILD.rindex("COPY ")
    assert compiling > BUILD.index("collectstatic")
    assert "--invalidation-mode unchecked-hash /opt/room/lib ." in BUILD


def test_the_image_says_by_itself_whether_it_is_well():
    said = re.search(r"^HEALTHCHECK .*\\\n  CMD (\[.*\])$", LAST, re.M)[1]
    assert ["CMD", *json.loads(said)] == SERVICES["web"]["healthcheck"]["test"]


@pytest.mark.parametrize("name", [name for name, service in SERVICES.items() if "command" in service])
def test_a_part_with_a_command_of_its_own_takes_no_healthcheck_of_the_pages(name):
    check = SERVICES[name]["healthcheck"]
    assert check.get("disable") or check["test"] != SERVICES["web"]["healthcheck"]["test"]


def test_the_licences_are_in_the_image():
    assert {"LICENSE", "NOTICE"} <= set(re.search(r"^COPY (pyproject.*) \./$", BUILD, re.M)[1].split())


@pytest.mark.parametrize(
    ("service", "word"), [("postgres", "POSTGRES_PASSWORD"), ("redis", "REDIS_PASSWORD")]
)
def test_a_store_gets_its_password_and_no_other_secret(service, word):
    assert SERVICES[service]["environment"][word] == f"${{{word}:-}}"
    assert "env_file" not in SERVICES[service]


def test_redis_does_not_open_without_a_password():
    script = SERVICES["redis"]["command"][2].replace("$$", "$").replace("exec redis-server", "echo open")
    closed = subprocess.run(["sh", "-c", script], env={}, capture_output=True, text=True)
    opened = subprocess.run(["sh", "-c", script], env={"REDIS_PASSWORD": "x"}, capture_output=True, text=True)
    assert (closed.returncode != 0, closed.stdout) == (True, "")
    assert "set it in .env" in closed.stderr
    assert opened.stdout == "open --save  --appendonly no --requirepass x\n"


def test_product_parts_run_without_root_on_pinned_packages():
    assert "\nUSER room\n" in DOCKERFILE
    assert DOCKERFILE.count("--require-hashes") == 2
