"""What somebody finds who comes to take part: whom to tell, how, and the one command that checks a change."""

import re

import pytest
import yaml
from django.conf import settings

ROOT = settings.ROOT
FORMS = {
    path.stem: yaml.safe_load(path.read_text())
    for path in sorted((ROOT / ".github/ISSUE_TEMPLATE").glob("*.yml"))
    if path.stem != "config"
}
CI = yaml.safe_load((ROOT / ".github/workflows/ci.yml").read_text())
WITH_LINKS = ["README.md", "CONTRIBUTING.md", "SECURITY.md", "CODE_OF_CONDUCT.md"]


def asked_in(form):
    return {part["id"]: part for part in FORMS[form]["body"] if part["type"] != "markdown"}


def test_there_is_a_form_for_a_fact_for_letters_and_for_a_fault():
    assert set(FORMS) == {"wrong-fact", "letters", "bug"}


@pytest.mark.parametrize("form", FORMS)
def test_a_form_has_what_its_host_asks_for(form):
    assert {"name", "description", "body"} <= set(FORMS[form])
    ids = [part["id"] for part in FORMS[form]["body"] if part["type"] != "markdown"]
    assert len(ids) == len(set(ids)) >= 3
    assert all(part["attributes"]["label"] for part in asked_in(form).values())


@pytest.mark.parametrize("field", ["role", "claim", "truth", "source"])
def test_a_wrong_fact_is_told_with_role_claim_and_source(field):
    assert asked_in("wrong-fact")[field]["validations"] == {"required": True}


def test_a_wrong_fact_says_what_kind_of_statement_it_is():
    options = asked_in("wrong-fact")["kind"]["attributes"]["options"]
    assert options == [
        "A rule or a law says it",
        "Agencies do it so",
        "Families have lived it",
        "I am not sure",
    ]


@pytest.mark.parametrize("form", FORMS)
def test_no_form_asks_for_a_name(form):
    words = yaml.safe_dump(FORMS[form]).lower()
    assert "leave out names" in words or "without the person" in words or "nothing about a child" in words


def test_a_fault_that_others_could_use_is_led_away_from_the_public():
    assert "SECURITY.md" in yaml.safe_dump(FORMS["bug"])


def test_a_change_is_checked_by_the_one_command_and_nothing_else():
    steps = [step["run"] for job in CI["jobs"].values() for step in job["steps"] if "run" in step]
    assert steps == ["bash .ci/run"]


def test_the_check_of_a_change_may_only_read():
    assert CI["permissions"] == {"contents": "read"}
    assert all("permissions" not in job for job in CI["jobs"].values())
    checkout = CI["jobs"]["all"]["steps"][0]
    assert checkout["with"] == {"persist-credentials": False}


def test_a_change_is_tried_on_the_oldest_python_and_on_the_one_in_the_image():
    oldest = re.search(r'requires-python = ">=([\d.]+)', (ROOT / "pyproject.toml").read_text())[1]
    image = re.search(r"^FROM python:([\d.]+)-", (ROOT / "Dockerfile").read_text(), re.M)[1]
    assert CI["jobs"]["all"]["strategy"]["matrix"]["python"] == [oldest, image]


@pytest.mark.parametrize("file", WITH_LINKS)
def test_links_to_files_lead_somewhere(file):
    text = (ROOT / file).read_text()
    gone = [link for link in re.findall(r"\]\(([^):]+)\)", text) if not (ROOT / link).exists()]
    assert gone == []


@pytest.mark.parametrize("file", ["SECURITY.md", "CODE_OF_CONDUCT.md", "LICENSE", "NOTICE"])
def test_the_readme_leads_to_it(file):
    assert f"({file})" in (ROOT / "README.md").read_text()


@pytest.mark.parametrize("name", ["SECURITY_CONTACT", "SUPPORT_EMAIL", "SECURITY_TXT_DAYS"])
def test_what_the_security_page_tells_to_set_is_a_setting(name):
    assert f"`{name}`" in (ROOT / "SECURITY.md").read_text()
    assert hasattr(settings, name)
