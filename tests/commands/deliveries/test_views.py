"""What staff read of deliveries, in both languages."""

import json
from collections.abc import Callable
from datetime import timedelta

import pytest

from commands import FEATURES
from commands.deliveries import views
from commands.deliveries.lists import Titled, in_group, in_private, reason
from commands.deliveries.rules import Entry, Why
from commands.kit import Page, Post
from commands.kit.features import A_MESSAGE
from locales import Words, plain
from storage.decisions import Decision
from storage.doubts import Count
from tests.commands.deliveries.scene import EN, NOW, ZH, aside, doubt
from tests.commands.posts import HOSTILE, check_limits, data, starts

NOTHING = Count(unknown=0, failed=0, aside=0)
ALL = Count(unknown=2, failed=1, aside=3)
BOTH = pytest.mark.parametrize("words", [ZH, EN], ids=["zh_CN", "en"])


def listed(words: Words, *entries: Entry, count: Count = ALL, page: int = 1) -> Post:
    titled = {7: Titled("Notice card", 3)}
    return in_private(words, count, Page(entries, page, 4), titled, 0)


def test_a_doubt_says_what_where_when_and_why() -> None:
    text = plain(listed(ZH, doubt()).text)
    for expected in ("通知卡片 3 号", "刘寨共建联盟", "8月20日 周四 09:00", "发送时程序中断了"):
        assert expected in text


def test_each_kind_has_its_buttons() -> None:
    unknown, failed, update = (
        data(listed(ZH, one, page=2))[:2] for one in (doubt(), doubt("failed"), aside())
    )
    assert unknown == ["deliveries.again:7:1:2", "deliveries.arrived:7:1:2"]
    assert failed == ["deliveries.again:7:1:2", "deliveries.drop:7:1:2"]
    assert update == ["deliveries.retry:9:2", "deliveries.forget:9:2"]


def test_who_cannot_be_written_to_has_a_list_of_its_own() -> None:
    post = in_private(ZH, NOTHING, Page((), 1, 1), {}, 3)
    text = plain(post.text)
    assert "全部送到了" in text
    assert "3 位私聊联系不上" in text
    assert data(post) == ["unreachable.show:1"]
    assert data(in_private(ZH, NOTHING, Page((), 1, 1), {}, 0)) == []


def test_an_update_says_whose_and_what_failed() -> None:
    raw = '{"message": {"from": {"first_name": "陈姐"}, "text": "我的秘密"}}'
    text = plain(listed(ZH, aside(raw, "ValueError: bad")).text)
    assert "陈姐发来的内容" in text
    assert "abc123" in text
    assert "ValueError: bad" in text
    assert "秘密" not in text


@BOTH
def test_every_kind_of_message_has_a_name(words: Words) -> None:
    owed = [one for feature in FEATURES for one in feature.deliveries]
    assert {one.kind for one in owed if one.title == A_MESSAGE} == set()
    assert all(words.t(one.title) for one in owed)


@BOTH
@pytest.mark.parametrize("name", HOSTILE)
def test_a_page_fits_whatever_names_people_have(words: Words, name: str) -> None:
    entries = (
        doubt(where=name),
        doubt("failed", fault=name, where=name),
        aside(json.dumps({"message": {"from": {"first_name": name}}}), name),
    )
    check_limits(listed(words, *entries))


@BOTH
def test_a_group_reads_how_much_it_is(words: Words) -> None:
    post = in_group(words, ALL)
    assert starts(post) == ["deliveries"]
    check_limits(post)
    assert plain(in_group(words, NOTHING).text).startswith("✅")


@BOTH
def test_every_reason_has_words(words: Words) -> None:
    assert len({reason(words, one) for one in Why}) == len(Why)


def test_news_counts_each_kind() -> None:
    assert plain(views.news(ZH, ALL).text).splitlines() == [
        "❓ 有 2 条消息可能没有送到。",
        "✖️ 有 1 条消息没有送到。",
        "🔧 有 3 条收到的内容没能处理。",
        "发 /deliveries 查看并处理。",
    ]
    one = Count(unknown=1, failed=0, aside=0)
    assert plain(views.news(EN, one).text).startswith("❓ 1 message perhaps did not arrive.")
    assert data(views.news(EN, one)) == ["deliveries.show:1"]


@pytest.mark.parametrize(
    ("state", "message_id", "says"),
    [
        ("pending", None, "正在发送"),
        ("sending", None, "正在发送"),
        ("unknown", None, "仍不确定"),
        ("failed", None, "仍不确定"),
        ("sent", 70, "已经送到了"),
        ("sent", None, "已经有人确认送到了"),
        ("dropped", None, "不再发送"),
    ],
)
def test_who_decides_second_hears_what_the_first_decided(
    state: str, message_id: int | None, says: str
) -> None:
    decided = doubt(state).model_copy(update={"message_id": message_id})
    assert says in views.decided(ZH, Decision(is_made=False, doubt=decided))


@BOTH
def test_each_decision_has_its_own_answer(words: Words) -> None:
    made = [Decision(is_made=True, doubt=doubt(state)) for state in ("pending", "sent", "dropped")]
    unknown = Decision(is_made=False, doubt=None)
    assert len({views.decided(words, one) for one in (*made, unknown)}) == 4


@BOTH
@pytest.mark.parametrize("say", [views.retried, views.forgotten])
def test_an_update_decided_twice_is_said_so(words: Words, say: Callable[..., str]) -> None:
    assert say(words, is_made=True) != say(words, is_made=False)


def test_a_silence_within_a_day_is_caught_up_with() -> None:
    text = plain(views.away(ZH, NOW, NOW + timedelta(hours=13), is_lost=False).text)
    assert text == (
        "🌙 我从 8月20日 周四 09:00 到 8月20日 周四 22:00 没有连上 Telegram。\n"
        "这段时间收到的消息，我正在逐条处理。"
    )
    english = plain(views.away(EN, NOW, NOW + timedelta(hours=13), is_lost=False).text)
    assert "From Thu 20 Aug 09:00 to Thu 20 Aug 22:00" in english
    assert "answering everything" in english


def test_a_silence_of_more_than_a_day_may_have_lost_words() -> None:
    text = plain(views.away(ZH, NOW, NOW + timedelta(hours=30), is_lost=True).text)
    assert "可能已经丢失" in text
    assert "再发一次" in text
    english = plain(views.away(EN, NOW, NOW + timedelta(hours=30), is_lost=True).text)
    assert "may be gone" in english
