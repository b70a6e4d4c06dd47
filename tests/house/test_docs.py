"""What the documentation says is so."""

import re
from pathlib import Path

import pytest

from commands import FEATURES
from docs import commands
from tests.house.files import ROOT, kept, name, words

PAGES = [path for path in kept() if path.suffix == ".md"]
READMES = [ROOT / "README.md", ROOT / "README.zh-CN.md"]
LINK = re.compile(r"\]\(([^)\s#]+)(?:#[^)\s]*)?\)")
CODE = re.compile(r"```.*?```|`[^`]*`", re.DOTALL)
TARGET = re.compile(r"\bmake ([a-z]+)(?![\w-])")
SPOKEN = re.compile(r"`[/／#]([^\s`@/]+)")
"""A command as people type it, in backquotes: `/notice ...`, `/通知`, `#活动`."""
BOTFATHERS = {"newbot", "setinline", "setprivacy"}


def headings(path: Path) -> list[int]:
    """The level of each heading, from the first to the last."""
    text = CODE.sub("", words(path))
    return [len(marks) for marks in re.findall(r"^(#+) ", text, re.MULTILINE)]


def test_the_list_of_commands_is_what_the_code_says() -> None:
    assert words(commands.PAGE) == commands.page(FEATURES), "run `make docs`"


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_every_link_leads_somewhere(page: Path) -> None:
    inside = [link for link in LINK.findall(CODE.sub("", words(page))) if "://" not in link]
    assert [link for link in inside if not (page.parent / link).exists()] == []


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_every_make_target_exists(page: Path) -> None:
    targets = set(re.findall(r"^([a-z]+):", words(ROOT / "Makefile"), re.MULTILINE))
    named = {target for code in CODE.findall(words(page)) for target in TARGET.findall(code)}
    assert named <= targets


@pytest.mark.parametrize("page", READMES, ids=name)
def test_every_command_exists(page: Path) -> None:
    known = {n for f in FEATURES for c in f.commands for n in (c.name, *c.chinese)}
    assert set(SPOKEN.findall(words(page))) - BOTFATHERS <= known


def test_both_readmes_say_the_same_things_in_the_same_order() -> None:
    english, chinese = map(headings, READMES)
    assert english == chinese


def test_pages_for_offices_come_in_both_languages() -> None:
    assert {
        path.with_suffix(".zh-CN.md").exists()
        for path in (READMES[0], ROOT / "deploy" / "README.md")
    } == {True}
