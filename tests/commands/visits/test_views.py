"""Visits as people see them: whatever stands in them, always within limits."""

from datetime import UTC, date, datetime, timedelta

import pytest

from commands.kit import Post
from commands.visits import asking, books, choosing, lists, reminders, views
from locales import Catalogues, Words
from storage.organisations import CATEGORIES, Organisation
from storage.people import Person
from storage.promises import BROKEN, KEPT, OPEN, VOID, Owed, Promise
from storage.visit_lists import Standing
from storage.visits import STEPS, Visit, Visitor
from tests.commands.posts import HOSTILE, check_limits, data
from tests.vocabulary.workbooks import leaves

CHINESE, ENGLISH = (Catalogues().words(language) for language in ("zh_CN", "en"))
NOW = datetime(2026, 8, 24, 4, tzinfo=UTC)
TODAY = date(2026, 8, 24)
ORGANISATION = Organisation(id=9, position=9, name="军干四所", short_name="军干", category="social")


def promise(
    number: int = 1, state: str = OPEN, days: int | None = 3, words: str = "协调物业"
) -> Promise:
    due = None if days is None else TODAY + timedelta(days)
    return Promise(
        id=number,
        visit_id=4,
        words=words,
        due_on=due,
        first_due_on=due,
        promised_by=1,
        promiser="王主任",
        state=state,
        reason="业主不同意" if state == BROKEN else "",
        settled_at=None if state == OPEN else NOW,
    )


def visit(*promises: Promise, heard: str = "停车难", step: str = "", name: str = "军干") -> Visit:
    return Visit(
        id=4,
        organisation_id=9,
        organisation=name,
        held_on=date(2026, 8, 20),
        heard=heard,
        step=step,
        recorded_by=1,
        recorded_at=NOW,
        visitors=(Visitor(id=1, name="王主任"),),
        promises=promises,
    )


@pytest.mark.parametrize(
    ("one", "says"),
    [
        (promise(), "1. 协调物业 · 期限 8月27日 周四 · ⏳ 待兑现"),
        (promise(days=0), "⏰ 今天到期"),
        (promise(days=-3), "⚠️ 已逾期 3 天"),
        (promise(days=None), "1. 协调物业 · ⏳ 未定期限"),
        (promise(state=KEPT), "✅ 已兑现"),
        (promise(state=BROKEN), "❌ 未兑现：业主不同意"),
    ],
)
def test_a_promise_says_how_it_stands(one: Promise, says: str) -> None:
    assert views.card(CHINESE, visit(one), TODAY).text.endswith(says)


def test_buttons_of_several_promises_bear_their_numbers() -> None:
    post = views.card(CHINESE, visit(promise(1), promise(2, VOID), promise(3, KEPT)), TODAY)
    labels = [one.label for row in post.buttons for one in row]
    assert labels[:4] == ["✅ 已兑现 1", "📅 改期 1", "❌ 未兑现 1", "↩️ 承诺 2：改回待兑现"]
    alone = views.card(CHINESE, visit(promise(1)), TODAY)
    assert alone.buttons[0][0].label == "✅ 已兑现"


def test_a_visit_with_all_its_promises_takes_no_more() -> None:
    assert "visits.promise:4" in data(views.card(CHINESE, visit(), TODAY))
    full = visit(*(promise(number) for number in range(1, 11)))
    assert "visits.promise:4" not in data(views.card(CHINESE, full, TODAY))


def test_a_reminder_that_was_sent_before_says_how_it_stands_by_now() -> None:
    owed = Owed(
        promise=promise(), organisation_id=9, organisation="军干", held_on=TODAY, is_deleted=False
    )
    assert data(reminders.reminder(CHINESE, owed, TODAY))[0] == "visits.kept:1"
    kept = owed.model_copy(update={"promise": promise(state=KEPT)})
    assert data(reminders.reminder(CHINESE, kept, TODAY)) == ["visits.show:4"]
    gone = owed.model_copy(update={"is_deleted": True})
    assert reminders.reminder(CHINESE, gone, TODAY).buttons == ()


def test_many_organisations_are_chosen_by_category() -> None:
    many = [
        ORGANISATION.model_copy(update={"id": number, "category": CATEGORIES[number % 5]})
        for number in range(300)
    ]
    post = choosing.which(CHINESE, many, 3)
    assert data(post)[0] == "visits.category:0:1:3:0"
    page = choosing.of_category(CHINESE, many, 1, 2, (3, 0))
    assert data(page)[-3:] == [
        "visits.category:1:1:3:0",
        "visits.category:1:3:3:0",
        "visits.category:-1:1:3:0",
    ]
    assert all(one.startswith("visits.at:") for one in data(choosing.which(CHINESE, many[:20])))


@pytest.mark.parametrize("words", [CHINESE, ENGLISH], ids=["zh", "en"])
@pytest.mark.parametrize("value", HOSTILE)
def test_whatever_was_said_stays_within_limits(value: str, words: Words) -> None:
    states = (OPEN, KEPT, BROKEN, VOID)
    said = [promise(n, states[n % 4], -400, value[:200] or "x") for n in range(1, 15)]
    said = [one.model_copy(update={"reason": value}) for one in said]
    wild = visit(*said[:10], heard=value[:1000], name=value)
    wild = wild.model_copy(update={"visitors": tuple(Visitor(id=n, name=value) for n in range(99))})
    one = ORGANISATION.model_copy(update={"short_name": value})
    owed = Owed(
        promise=said[3], organisation_id=9, organisation=value, held_on=TODAY, is_deleted=False
    )
    standing = Standing(
        organisation_id=9, organisation=value, visits=10**6, last_on=TODAY, open=10**6, overdue=9
    )
    staff = [Person(id=number, name=value) for number in range(1, 99)]
    for post in (
        *(views.card(words, wild.model_copy(update={"step": step}), TODAY) for step in STEPS),
        views.card(words, wild.model_copy(update={"deleted_at": NOW}), TODAY),
        views.only_in_private(words, "visit", value),
        asking.which_day(words, wild),
        asking.which_heard(words, wild),
        asking.which_promise(words, wild),
        asking.which_due(words, owed),
        asking.why_not(words, owed),
        asking.offer_days(words, owed, TODAY),
        asking.which_change(words, wild),
        asking.who_went(words, wild, staff),
        choosing.which(words, [one] * 24),
        reminders.reminder(words, owed, TODAY),
        lists.overview(words, [standing] * 99, 2, TODAY),
        lists.of_one(words, one, [wild] * 50, 3, TODAY),
        Post(asking.how_to(words)),
    ):
        check_limits(post)
        assert len(post.placeholder) <= 64


def test_the_workbook_has_visits_and_promises() -> None:
    found = [visit(promise(1, days=-3), promise(2, BROKEN), promise(3, VOID), heard="=1+1")]
    visits, promises = leaves(books.workbook(CHINESE, found, NOW, TODAY))
    assert (visits.name, promises.name) == ("走访", "承诺")
    assert visits.column("D")[-1] == "=1+1"
    assert promises.column("C")[-2:] == ["协调物业", "协调物业"]
    assert promises.column("G")[-2:] == ["已逾期", "未兑现"]
