"""Files stay short, finished, and named after what they hold."""

import re

import pytest

from tests.house.files import ROOT, kept, name, words

LONGEST = 250
GROWING = "storage/migrations/versions"
"""Migrations only grow: one that makes all the tables is as long as the tables are many."""
UNFINISHED = re.compile(r"\b(TO[D]O|FIX[M]E|XX[X])\b")
VAGUE = {"utils", "util", "helpers", "helper", "manager", "managers", "service", "services", "misc"}
TEXT = {".py", ".md", ".js", ".css", ".html", ".po", ".toml", ".yaml", ".service", ""}
PLACE = re.compile(r"(?<![\w.])/(?:home|root|work|Users)/\w")


KEPT = kept()
PYTHON = [path for path in KEPT if path.suffix == ".py"]


def test_no_file_is_two_rooms() -> None:
    lengths = {name(path): words(path).count("\n") for path in PYTHON}
    long = {n: lines for n, lines in lengths.items() if lines > LONGEST}
    assert [n for n in long if not n.startswith(GROWING)] == []


def test_nothing_is_left_unfinished() -> None:
    texts = [path for path in KEPT if path.suffix in TEXT]
    assert [name(path) for path in texts if UNFINISHED.search(words(path))] == []


def test_no_module_has_a_vague_name() -> None:
    assert [name(path) for path in PYTHON if path.stem in VAGUE] == []


def test_nothing_names_a_folder_of_somebodys_machine() -> None:
    texts = [path for path in KEPT if path.suffix in TEXT]
    assert [name(path) for path in texts if PLACE.search(words(path))] == []


@pytest.mark.parametrize("lock", ["requirements.lock", "requirements-run.lock"])
def test_a_lock_names_versions_and_hashes_but_no_address(lock: str) -> None:
    said = words(ROOT / lock)
    assert "://" not in said
    assert said.count("==") <= said.count("--hash=sha256:")


def test_what_runs_is_what_was_tested() -> None:
    def pins(lock: str) -> set[str]:
        return set(re.findall(r"^[a-z0-9-]+==\S+", words(ROOT / lock), re.MULTILINE))

    assert pins("requirements-run.lock") < pins("requirements.lock")
