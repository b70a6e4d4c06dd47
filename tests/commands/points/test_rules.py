"""What is looked for and where, how far it is, and how the answer reads."""

from datetime import UTC, date, datetime

import pytest

from commands.kit import Page, Spot, unpack
from commands.organisations.rules import decode, read_csv
from commands.points import anchors, cards, rules, views, walking
from commands.points.anchors import Anchor, Origin
from commands.points.checking import rounds
from commands.points.openings import Now, Standing
from commands.points.rules import Wish
from commands.points.views import Listed, Shown, Wanted
from locales import Catalogues
from storage.organisations import Organisation
from storage.point_lists import Near
from storage.points import Point
from tests.commands.posts import HOSTILE, check_limits, data
from tests.conversations.alliance import REGISTER

CHINESE, ENGLISH = (Catalogues().words(one) for one in ("zh_CN", "en"))
TODAY = date(2026, 8, 20)
EVERY = tuple(
    Organisation.model_validate(row.model_dump() | {"id": place, "position": place})
    for place, row in enumerate(read_csv(decode(REGISTER.read_bytes())).rows, start=1)
)
XINGLONG = next(one.id for one in EVERY if one.short_name == "兴隆社区")


@pytest.mark.parametrize(
    ("said", "wish"),
    [
        ("附近有什么", Wish()),
        ("最近的卫生站在哪里", Wish("health")),
        ("兴隆社区附近哪里能理发", Wish("", "理发", whose=(XINGLONG,))),
        ("服务大厅几点开门", Wish("hall", is_open=True)),
        ("现在开着的", Wish(is_open=True)),
        ("现在哪里有开着的食堂？", Wish("meals", is_open=True)),
        ("兴隆社区 卫生站", Wish("health", whose=(XINGLONG,))),
        ("nearest clinic", Wish("health")),
        ("Where can I get my hair cut around here?", Wish("", "hair cut")),
        ("what is open now near me", Wish(is_open=True)),
        ("health open", Wish("health", is_open=True)),
        ("", Wish()),
    ],
)
def test_words_say_what_and_where(said: str, wish: Wish) -> None:
    read = rules.read(said, EVERY)
    assert (read.kind, read.is_open, read.whose) == (wish.kind, wish.is_open, wish.whose)
    assert read.words.replace("get ", "") == wish.words


@pytest.mark.parametrize(
    ("metres", "minutes", "inside"),
    [
        (0, 1, True),
        (66.6, 1, True),
        (66.7, 2, True),
        (999.99, 15, True),
        (1000.0, 15, True),
        (1000.02, 16, False),
        (5000, 75, False),
    ],
)
def test_fifteen_minutes_are_a_thousand_metres(
    metres: float, minutes: int, *, inside: bool
) -> None:
    assert walking.minutes(metres) == minutes
    assert walking.is_inside(metres) is inside


def point(name: str = "卫生站", number: int = 1) -> Point:
    return Point(
        id=number,
        organisation_id=2,
        organisation=name,
        name=name,
        kind="health",
        address=name,
        phone=name,
        offers=name,
        level="community",
        latitude=34.8,
        longitude=113.65,
        revision=7,
        confirmed_at=datetime(2026, 8, 1, tzinfo=UTC),
    )


@pytest.mark.parametrize("words", [CHINESE, ENGLISH])
@pytest.mark.parametrize("name", HOSTILE)
def test_whatever_a_point_is_called_fits(words: object, name: str) -> None:
    assert words in {CHINESE, ENGLISH}
    spoken = CHINESE if words is CHINESE else ENGLISH
    anchor = Anchor.here(Spot(-89.999999, -179.999999))
    shown = [
        Shown(point(name, n), n * 1000.0, Standing(Now.UNKNOWN)) for n in range(1, views.PAGE + 1)
    ]
    page = Page(tuple(Near(id=n, metres=1) for n in range(8)), 9, 15)
    listed = Listed(shown, page, 120, 1, name)
    wanted = Wanted("volunteers", is_open=True, search_id=2**31, page=9)
    for post in (
        views.near(spoken, Origin(anchor, 1, 1, name), wanted, listed, TODAY),
        views.kinds(spoken, anchor, wanted),
        cards.card(
            spoken, point(name), cards.Now(Standing(Now.ALWAYS), TODAY, TODAY, may_change=True)
        ),
    ):
        check_limits(post)


def test_a_button_bears_the_place_and_gives_it_back() -> None:
    anchor = Anchor.here(Spot(34.80000123, 113.65000456))
    assert anchor == Anchor(anchors.HERE, 3480000, 11365000)
    assert unpack(views.data("points.turn", anchor, Wanted("health", page=3))) == (
        "points.turn",
        (0, 3480000, 11365000, 1, 0, 0, 3),
    )


def test_who_was_not_asked_for_long_is_called_first() -> None:
    old = cards.card(CHINESE, point(), cards.Now(Standing(Now.CLOSED), TODAY, date(2026, 1, 1)))
    assert "去之前最好先打个电话" in old.text
    assert not any("修改" in one for one in map(str, data(old)))
    assert cards.on_the_map(point()) is not None


@pytest.mark.parametrize(
    ("today", "day"),
    [
        (date(2026, 2, 28), date(2025, 9, 1)),
        (date(2026, 3, 1), date(2026, 3, 1)),
        (date(2026, 8, 31), date(2026, 3, 1)),
        (date(2026, 12, 31), date(2026, 9, 1)),
    ],
)
def test_rounds_are_in_march_and_september(today: date, day: date) -> None:
    assert rounds.last_round(today) == day
