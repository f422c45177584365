"""What ``requirements/install.py`` makes of what a tool said, and of the folders it finds."""

from pathlib import Path
from runpy import run_path

import pytest

INSTALL = run_path(str(Path(__file__).parents[2] / "requirements/install.py"))
OFFLINE = "The packages could not be fetched, as no package index answers. Is this computer online?"
plain_words, cache_is_ours = INSTALL["plain_words"], INSTALL["cache_is_ours"]


@pytest.mark.parametrize(
    "said",
    [
        "WARNING: Retrying after connection broken by 'NewConnectionError(...)': /simple/uv/",
        "Failed to establish a new connection: [Errno -3] Temporary failure in name resolution",
        "error: Failed to fetch: error sending request for url: dns error: failed to lookup address",
        "Network connectivity is disabled, but the requested data was not found in the cache",
    ],
)
def test_whatever_a_tool_calls_it_no_network_is_one_sentence(said):
    assert plain_words(said + "\nERROR: No matching distribution found for uv==0.13") == OFFLINE


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (
            "Max retries exceeded with url: /simple/uv/ (Caused by SSLError(SSLCertVerificationError(1, "
            "'[SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: self-signed certificate')))",
            "its certificate is not trusted here",
        ),
        ("error: invalid peer certificate: UnknownIssuer (error sending request)", "is not trusted here"),
        ("Max retries exceeded (Caused by ProxyError('Unable to connect to proxy'))", "The proxy of this"),
        ("HTTP status client error (401 Unauthorized) for url", "turned us away"),
    ],
)
def test_what_was_reached_and_did_not_let_us_in_is_not_called_offline(said, told):
    words = plain_words(said + "\nERROR: No matching distribution found for uv==0.13")
    assert told in words
    assert words != OFFLINE


def test_full_disk_is_one_sentence():
    assert plain_words("OSError: [Errno 28] No space left on device") == "The disk is full."


def test_what_nobody_foresaw_is_told_as_it_was_said():
    told = plain_words("\n".join(f"line {number}" for number in range(20)))
    assert told.splitlines() == [
        "The install did not work. This is what was said:", *[f"line {number}" for number in range(12, 20)]
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "path", "ours"),
    [("HOME", "home", True), ("UV_CACHE_DIR", "cache", True), ("HOME", "file", False)],
)
def test_without_a_home_folder_nothing_is_kept_and_nothing_stops(monkeypatch, tmp_path, name, path, ours):
    (tmp_path / "file").touch()
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    monkeypatch.delenv("UV_CACHE_DIR", raising=False)
    monkeypatch.setenv(name, str(tmp_path / path))
    assert cache_is_ours() is ours
