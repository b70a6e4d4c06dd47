"""What staff can do about the missing, and what the reminded read."""

from datetime import timedelta

import pytest

from commands.kit import pack
from commands.notices.following import pending, plans, reminder_views as views
from locales import Words, plain
from storage.boards import Standing
from storage.notices import DIFFICULTY, RECEIVED
from storage.people import Liaison
from storage.plans import Plan
from storage.reminders import Reminded, Reminder
from tests.commands.notices.scene import (
    CHEN,
    EN,
    HOSTILE,
    NOW,
    ZH,
    board,
    check_limits,
    data,
    labels,
    standing,
    starts,
)


def of(*people: Liaison, number: int = 1, answer: str = "") -> Standing:
    return standing(number, answer).model_copy(update={"liaisons": people})


def told(
    person_id: int | None = CHEN.id, *, is_late: bool = False, is_shown: bool = False
) -> Reminder:
    return Reminder(
        id=5,
        notice_id=12,
        person_id=person_id,
        reminded_at=NOW + timedelta(days=3),
        promised_at=NOW if is_late else None,
        reminded_by=1001,
        is_shown=is_shown,
    )


TODAY = NOW.date()
MISSING = board(of(CHEN))
ANSWERED = board(of(CHEN, answer=RECEIVED))
REACHABLE = CHEN.model_copy(update={"is_reachable": True})


def test_the_missing_can_be_reminded_now_or_in_the_morning() -> None:
    plan = plans.plan(ZH, MISSING, 2, NOW + timedelta(days=1), TODAY)
    plan = plans.with_phones(ZH, plan, MISSING, is_private=False, calls=False)
    post = pending.in_private(ZH, MISSING, 2, plan)
    assert labels(post) == [
        *("现在提醒", "明天9:00提醒", "📞 我来打电话"),
        *("🔗 给联系不上的 1 家发链接", "📜 经过", "Excel 表格", "看板图片"),
    ]
    assert data(post)[:2] == [pack("notices.remind", 12, 2), pack("notices.remind_at", 12, 2)]
    today = plans.plan(EN, MISSING, 1, NOW, TODAY)
    assert [key.label for row in today.rows for key in row] == ["Remind now", "Remind today 9:00"]
    monday = plans.plan(ZH, MISSING, 1, NOW + timedelta(days=4), TODAY)
    assert monday.rows[1][0].label == "8月24日 周一 09:00 提醒"


def test_what_waits_is_shown_and_can_be_cancelled() -> None:
    plan = plans.planned_one(ZH, MISSING, 1, NOW, may_disturb=True)
    post = pending.in_group(ZH, MISSING, plan)
    assert "⏰ 将于 8月20日 周四 09:00 提醒未反馈的单位。" in post.text
    assert data(post)[:2] == [pack("notices.remind", 12, 1), pack("notices.remind_not", 12, 1)]


def test_in_quiet_hours_who_cannot_wait_reminds_all_the_same() -> None:
    plan = plans.planned_one(ZH, MISSING, 1, NOW, may_disturb=False)
    assert [key.label for row in plan.rows for key in row] == ["现在就催", "取消提醒"]
    assert plan.rows[0][0].data == pack("notices.remind_anyway", 12, 1)


def test_when_all_have_answered_there_is_nobody_to_remind() -> None:
    assert plans.plan(ZH, ANSWERED, 1, NOW, TODAY) == pending.NO_PLAN
    plan = plans.planned_one(ZH, ANSWERED, 1, NOW, may_disturb=True)
    assert [key.label for row in plan.rows for key in row] == ["取消提醒"]


@pytest.mark.parametrize(
    ("done", "words", "says"),
    [
        (None, ZH, "不收反馈"),
        (Reminded(is_again=True), ZH, "刚刚已提醒过"),
        (Reminded(), ZH, "不用提醒"),
        (Reminded(people=3), ZH, "已私聊提醒 3 位联络员。"),
        (Reminded(named=1), ZH, "群里点名 1 家单位。"),
        (
            Reminded(people=1, named=2),
            EN,
            "1 liaison is reminded in private.\n2 organisations are named in the group.",
        ),
    ],
)
def test_the_toast_counts(done: Reminded | None, words: Words, says: str) -> None:
    assert says in plain(plans.reminded(words, done))


def test_a_plan_names_the_moment() -> None:
    moment = "8月20日 周四 09:00"
    assert moment in plans.planned(ZH, Plan(due_at=NOW, is_made=True))
    assert f"已经安排在 {moment}" in plans.planned(ZH, Plan(due_at=NOW, is_made=False))
    assert "不收反馈" in plans.planned(ZH, None)


def test_a_reminder_asks_until_it_is_answered() -> None:
    post = views.reminder(ZH, told(), MISSING)
    assert post is not None
    assert labels(post) == ["收到", "有困难"]
    assert data(post) == [
        pack("notices.reminder_received", 5),
        pack("notices.reminder_difficulty", 5),
    ]
    assert "补发" not in post.text
    assert views.reminder(ZH, told(), ANSWERED) is None
    settled = views.reminder(ZH, told(is_shown=True), ANSWERED)
    assert settled is not None
    assert "已反馈，谢谢" in settled.text


def test_one_of_two_organisations_still_asks() -> None:
    both = board(of(CHEN, number=1, answer=RECEIVED), of(CHEN, number=2))
    post = views.reminder(ZH, told(is_shown=True), both)
    assert post is not None
    assert "🏢 单位1：收到\n🏢 单位2：尚未反馈" in post.text


def test_who_is_no_liaison_any_more_is_not_asked() -> None:
    assert views.reminder(ZH, told(person_id=7), MISSING) is None
    assert views.reminder(ZH, told(person_id=7, is_shown=True), MISSING) is None


def test_a_late_one_says_so() -> None:
    for post in (
        views.reminder(ZH, told(is_late=True), MISSING),
        views.mention(ZH, told(None, is_late=True), MISSING),
    ):
        assert post is not None
        assert "本应于 8月20日 周四 09:00 提醒，因系统停机现在补发" in post.text


def test_the_group_hears_of_those_whom_nothing_reaches() -> None:
    asked = board(
        of(CHEN, number=1),
        of(REACHABLE, number=2),
        of(number=3),
        of(CHEN, number=4, answer=DIFFICULTY),
    )
    post = views.mention(ZH, told(None), asked)
    assert post is not None
    assert '• 单位1：<a href="tg://user?id=2001">陈姐</a>\n• 单位3：尚无联络员' in post.text
    assert "单位2" not in post.text
    assert "单位4" not in post.text
    assert starts(post) == ["notice_1"]


def test_when_nobody_is_left_to_name_nothing_is_posted() -> None:
    reached = board(of(REACHABLE))
    assert views.mention(ZH, told(None), reached) is None
    shown = views.mention(ZH, told(None, is_shown=True), reached)
    assert shown is not None
    assert "都已反馈" in shown.text


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("words", [ZH, EN])
def test_nothing_that_people_write_breaks_a_limit(words: Words, text: str) -> None:
    people = tuple(Liaison(id=2**52 - n, name=text) for n in range(5))
    mine = [one.model_copy(update={"liaisons": (CHEN, *people)}) for one in _hostile(text)]
    asked = board(*mine, text=text)
    for is_late in (False, True):
        for post in (
            views.reminder(words, told(is_late=is_late), asked),
            views.mention(words, told(None, is_late=is_late), asked),
        ):
            assert post is not None
            check_limits(post)


def _hostile(text: str) -> list[Standing]:
    return [
        one.model_copy(
            update={"organisation": one.organisation.model_copy(update={"short_name": text})}
        )
        for one in (standing(n) for n in range(1, 100))
    ]
