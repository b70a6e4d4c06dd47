"""Whatever a wish says, its messages fit into Telegram, and name nobody unasked."""

from datetime import UTC, date, datetime

import pytest

from commands.wishes import asking, books, owned, rules, taken, views
from locales import Words, plain
from storage.organisations import Organisation
from storage.wish_claims import Claim
from storage.wish_words import Said
from storage.wishes import DRAFT, FULFILLED, OPEN, STEPS, WITHDRAWN, Wish
from tests.commands.notices.scene import EN, ZH, check_limits

NOW, TODAY = datetime(2026, 8, 20, 2, tzinfo=UTC), date(2026, 8, 20)
LONG = "<&>“" * 500
UNIT = Organisation(id=9, position=9, name=LONG, short_name=LONG, category="stationed")


def wish(**changes: object) -> Wish:
    """Twenty coats of 兴隆社区."""
    known: dict[str, object] = {
        "id": 1,
        "organisation_id": 2,
        "organisation": "兴隆社区",
        "what": "冬衣",
    }
    known |= {"whom": "困难家庭", "amount": 20, "unit": "件", "due_on": date(2026, 8, 28)}
    known |= {"state": OPEN, "step": "", "put_up_by": 5, "put_up_at": NOW, "settled_at": None}
    known |= {"photo": "", "thanked_at": None, "claimed": 2, "done": 0}
    return Wish.model_validate(known | changes)


def claim(**changes: object) -> Claim:
    """Two of them, by 张阿姨 for herself."""
    known: dict[str, object] = {
        "id": 3,
        "wish_id": 1,
        "person_id": 7,
        "organisation_id": None,
        "organisation": None,
    }
    known |= {"person": "张阿姨", "amount": 2, "is_named": False, "claimed_at": NOW}
    known |= dict.fromkeys(("given_at", "received_at", "returned_at", "returned_by"))
    known |= {"what": "冬衣", "whom": "困难家庭", "unit": "件", "due_on": date(2026, 8, 28)}
    known |= {"state": OPEN, "community_id": 2, "community": "兴隆社区"}
    return Claim.model_validate(known | changes)


@pytest.mark.parametrize("words", [ZH, EN])
@pytest.mark.parametrize("state", [OPEN, DRAFT, FULFILLED, WITHDRAWN])
def test_long_values_fit(words: Words, state: str) -> None:
    big = {"organisation": LONG, "what": LONG, "whom": LONG, "unit": "小时", "amount": 9999}
    long = wish(**big, state=state, id=2**50, done=1)
    theirs = claim(what=LONG, whom=LONG, organisation=LONG, organisation_id=4, community=LONG)
    many = [theirs.model_copy(update={"id": n, "organisation": f"{n}{LONG}"}) for n in range(30)]
    found = [long.model_copy(update={"id": n}) for n in range(30)]
    posts = [
        views.card(words, long, many),
        views.listed(words, found, 2, owned.beside(words, may_put_up=True)),
        views.listed_in_group(words, found, 1),
        owned.card(words, long, many, LONG),
        owned.listed(words, found[:20]),
        owned.fields(words, long),
        taken.offer(words, long, many, [UNIT] * 9),
        taken.how_many(words, long, 2**50),
        taken.card(words, theirs, LONG),
        taken.told(words, theirs, long),
        taken.mine(words, many),
        taken.question(words, theirs, is_givers=True),
        taken.word(words, Said(id=1, claim_id=3, is_givers=True, words=LONG), theirs),
        *(asking.question(words, long, step, TODAY, is_asked=True) for step in STEPS),
        *(asking.question(words, long, step, TODAY, is_asked=False) for step in STEPS),
    ]
    for post in posts:
        check_limits(post)
    gathered = views.gathered(words, found)
    assert gathered is not None
    check_limits(gathered)


def test_a_member_is_named_only_if_they_wish() -> None:
    lines = plain(views.card(ZH, wish(), [claim(), claim(id=4, person="Emma")]).text)
    assert "帮忙的：一位居民 4件" in lines
    assert "张阿姨" not in lines
    assert "张阿姨 2件" in views.card(ZH, wish(), [claim(is_named=True)]).text
    sheet = books.workbook(ZH, [wish()], [claim()], NOW)
    assert "张阿姨".encode() not in sheet


def test_what_was_taken_on_shows_the_address_until_it_is_handed_over() -> None:
    under_way = taken.card(ZH, claim(), "服务大厅")
    assert "只给您看：服务大厅" in under_way.text
    done = claim(given_at=NOW, received_at=NOW)
    for over in (done, claim(returned_at=NOW, returned_by=7), claim(returned_at=NOW)):
        assert "服务大厅" not in taken.card(ZH, over, "服务大厅").text
        assert taken.card(ZH, over, "服务大厅").buttons == ()


def test_a_doubtful_draft_needs_another_button() -> None:
    clear = owned.card(ZH, wish(state=DRAFT), (), "")
    assert "✅ 发到群里" in str(clear.buttons)
    doubt = owned.card(ZH, wish(state=DRAFT, whom="3号楼王大爷"), (), "")
    assert "这里可能是姓名或门牌号：<b>3号楼、王大爷</b>" in doubt.text
    assert "✅ 发到群里" not in str(doubt.buttons)
    assert owned.mark(wish()) != owned.mark(wish(whom="王大爷"))


@pytest.mark.parametrize(
    ("today", "said"),
    [
        (date(2026, 8, 27), "快到日子了"),
        (date(2026, 8, 28), "今天到期"),
        (date(2026, 9, 4), "已过 7 天"),
    ],
)
def test_a_reminder_says_how_near_the_day_is(today: date, said: str) -> None:
    assert said in taken.reminder(ZH, claim(), "", today).text


def test_a_button_without_numbers_is_of_nothing() -> None:
    assert rules.only((), 0) == 0
    assert rules.day_of(0) is None
