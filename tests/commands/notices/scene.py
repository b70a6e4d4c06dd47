"""Notices, boards and people for views, without a database."""

from datetime import UTC, datetime
from pathlib import Path

from commands.kit import Calendar, Hours, Office, Post, Studio
from commands.kit.posts import DATA_BYTES, TEXT_CHARACTERS
from commands.notices.layout import units
from locales import Catalogues, Words, plain
from storage.boards import Board, Standing
from storage.notices import DIFFICULT, DIFFICULTY, OPEN, Notice
from storage.organisations import Organisation
from storage.people import Liaison
from tests.vocabulary.clock import ZONE

CATALOGUES = Catalogues(zone=ZONE)
ZH, EN = CATALOGUES.words("zh_CN"), CATALOGUES.words("en")
NOW = datetime(2026, 8, 20, 1, 0, tzinfo=UTC)
ANY_HOUR = Hours(ZONE, Calendar())
CHEN = Liaison(id=2001, name="陈姐")
CATEGORIES = ("community", "enterprise", "social", "stationed")
HOSTILE = ("<b>&" * 1024, "\u202e שלום" * 700, "😀" * 2048, "\n" * 4096, "&amp;" * 800)


def organisation(number: int, name: str = "单位") -> Organisation:
    return Organisation(
        id=number,
        position=number,
        name=f"{number}{name}党支部",
        short_name=f"{name}{number}",
        category=CATEGORIES[number % 4],
    )


def standing(number: int, answer: str = "", reason: str = "", *names: str) -> Standing:
    """With liaisons by these names."""
    return Standing(
        organisation=organisation(number),
        liaisons=tuple(Liaison(id=place, name=name) for place, name in enumerate(names, start=1)),
        answer=answer,
        reason=reason,
        answered_by="陈姐" if answer else "",
    )


def notice(text: str = "下午三点开会", **facts: object) -> Notice:
    """An open notice that asks nobody, but for what is given."""
    usual: dict[str, object] = {
        "id": 12,
        "number": 1,
        "text": text,
        "state": OPEN,
        "chat_id": -1001,
        "author_id": 1002,
        "author": "小李",
        "created_at": NOW,
        "decided_by": 1001,
        "decider": "王主任",
        "decided_at": NOW,
        "form": DIFFICULT,
        "options": "",
        "places": None,
        "audience": "all",
        "weight": "normal",
        "deadline": None,
        "remind_before": "1440,120",
        "goes_private": False,
        "panel": "",
        "closed_at": None,
        "asked": 0,
        "answered": 0,
        "difficulties": 0,
        "coming": 0,
        "reads": 0,
    }
    return Notice.model_validate(usual | facts)


def board(*standings: Standing, text: str = "下午三点开会", **facts: object) -> Board:
    """An open notice that asks these."""
    given = [one.answer for one in standings]
    counted = {
        "asked": len(given),
        "answered": len(given) - given.count(""),
        "difficulties": given.count(DIFFICULTY),
    }
    return Board(notice=notice(text, **(counted | facts)), standings=standings)


def twenty(answered: int, answer: str = "received") -> Board:
    """Twenty organisations, the first of which have answered."""
    return board(*(standing(n, answer if n <= answered else "") for n in range(1, 21)))


NOWHERE = Path("nowhere")
"""A notice's files need no folder."""


def studio(words: Words) -> Studio:
    """At nine in the morning of a working day."""
    return Studio(words, NOW, Office(ZONE), lambda: None, NOWHERE, NOWHERE)


def labels(post: Post) -> list[str]:
    return [key.label for row in post.buttons for key in row]


def data(post: Post) -> list[str]:
    return [key.data for row in post.buttons for key in row if key.data]


def starts(post: Post) -> list[str]:
    return [key.start for row in post.buttons for key in row if key.start]


def check_limits(post: Post) -> None:
    """Telegram takes it, and it can be read."""
    assert 1 <= units(plain(post.text)) <= TEXT_CHARACTERS
    assert units(plain(post.text).strip()) > 0
    for row in post.buttons:
        for key in row:
            assert 1 <= len(key.label) <= 44
            assert len(key.data.encode()) <= DATA_BYTES
