"""Who is out of reach, in words that fit: why, and only what helps."""

import pytest

from commands.kit import Page
from commands.unreachable import views
from locales import Catalogues, Words, plain
from storage.people import Person
from storage.unreached import BLOCKED, DEACTIVATED, Unreached
from tests.commands.posts import HOSTILE, check_limits, data, starts

CHINESE, ENGLISH = Catalogues().words("zh_CN"), Catalogues().words("en")
URL = "https://t.me/gongjian_bot?start=hello"


def one(name: str = "老周", why: str | None = None, *organisations: str) -> Unreached:
    return Unreached(
        id=2001,
        name=name,
        is_staff=not organisations,
        unreached_at=None,
        unreached_why=why,
        organisations=organisations,
    )


def listed(words: Words, *found: Unreached) -> list[str]:
    return data(views.listed(words, Page(found, 1, 1), {2001}))


def test_each_line_says_whose_role_and_why() -> None:
    found = (one("老周", BLOCKED, "兴隆粮库"), one("小李"), one("刘敏", DEACTIVATED, "同乐社区"))
    text = plain(views.listed(CHINESE, Page(found, 1, 1), ()).text)
    assert "1. 老周（兴隆粮库联络员）：停用了机器人" in text
    assert "2. 小李（街道工作人员）：还没点过“开始”" in text
    assert "3. 刘敏（同乐社区联络员）：Telegram 账号已注销" in text


def test_only_what_helps_is_offered() -> None:
    assert listed(CHINESE, one("老周", BLOCKED)) == [
        "unreachable.forward:2001",
        "unreachable.again:2001",
        "unreachable.call:2001",
    ]
    assert listed(CHINESE, one("老周", DEACTIVATED)) == ["unreachable.call:2001"]
    without = views.listed(CHINESE, Page((one("老周", DEACTIVATED),), 1, 1), ())
    assert data(without) == []


def test_the_text_to_forward_is_whole_in_itself() -> None:
    zhou = Person(id=2001, name="老周")
    away = zhou.model_copy(update={"unreached_why": BLOCKED})
    for person, says in ((zhou, "点一下“开始”"), (away, "重新启动")):
        text = plain(views.to_forward(CHINESE, person, URL).text)
        assert says in text
        assert URL in text.splitlines()


def test_the_group_reads_how_many() -> None:
    assert starts(views.in_group(CHINESE, 3)) == ["unreachable"]
    assert "3 位" in views.in_group(CHINESE, 3).text
    assert starts(views.in_group(CHINESE, 0)) == []


def test_the_outcome_says_what_is_left_to_do() -> None:
    zhou = Person(id=2001, name="老周", unreached_why=BLOCKED)
    assert data(views.result(CHINESE, zhou)) == ["unreachable.forward:2001"]
    back = zhou.model_copy(update={"is_reachable": True})
    assert data(views.result(CHINESE, back)) == []


@pytest.mark.parametrize("words", [CHINESE, ENGLISH])
@pytest.mark.parametrize("value", HOSTILE)
def test_hostile_names_keep_the_limits(words: Words, value: str) -> None:
    person = Person(id=2**52, name=value)
    many = tuple(one(value, why, *[value] * 20) for why in (None, BLOCKED, DEACTIVATED)) * 2
    for post in (
        views.listed(words, Page(many[:5], 2, 9), {2001}),
        views.listed(words, Page((), 1, 1), ()),
        views.to_forward(words, person, URL),
        views.number(words, person, "13800000000"),
        views.hello(words, person),
        views.result(words, person),
    ):
        check_limits(post)
