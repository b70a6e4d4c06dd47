"""Coverage: the quarter, the shares, and lists within limits."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, strategies as st

from commands.coverage import rules, views
from locales import Catalogues, Words
from storage.coverage import GAPS, NO_LIAISON, NO_PAIR, NO_VISIT, UNREACHED, Cover, Lacking
from storage.nudges import Nudge, Nudged, Outcome
from storage.organisations import Organisation
from storage.people import Liaison
from tests.commands.posts import HOSTILE, check_limits, data

CHINESE, ENGLISH = (Catalogues().words(language) for language in ("zh_CN", "en"))
NOW = datetime(2026, 8, 24, 4, tzinfo=UTC)
DAYS = (date(2026, 7, 1), date(2026, 9, 30))
UNIT = Organisation(id=9, position=9, name="军干四所", short_name="军干", category="stationed")


@pytest.mark.parametrize(
    ("day", "first", "last"),
    [
        (date(2026, 8, 20), *DAYS),
        (date(2026, 1, 1), date(2026, 1, 1), date(2026, 3, 31)),
        (date(2026, 12, 31), date(2026, 10, 1), date(2026, 12, 31)),
        (date(2024, 6, 30), date(2024, 4, 1), date(2024, 6, 30)),
    ],
)
def test_a_quarter_has_three_months(day: date, first: date, last: date) -> None:
    assert rules.quarter(day) == (first, last)


@given(st.dates(date(1990, 1, 1), date(2100, 1, 1)))
def test_every_day_is_in_its_quarter(day: date) -> None:
    first, last = rules.quarter(day)
    assert first <= day <= last
    assert rules.quarter(last + timedelta(1))[0] == last + timedelta(1)


def test_a_hundred_per_cent_means_everybody() -> None:
    assert [rules.share(*pair) for pair in ((0, 300), (1, 300), (300, 300), (1, 3))] == [
        *(100, 99, 0, 67)
    ]


def test_the_summary_counts_and_offers_what_is_lacking() -> None:
    lacking = dict.fromkeys(GAPS, 0) | {NO_LIAISON: 5, UNREACHED: 3, NO_VISIT: 20}
    post = views.summary(CHINESE, Cover(organisations=20, lacking=lacking), DAYS)
    assert post.text.splitlines() == [
        "📊 <b>组织全覆盖</b>：20 家单位，7月1日 周三 至 9月30日 周三",
        "👤 有联络员：15/20（75%）",
        "📨 联络员能收到消息：12/15（80%）",
        "📷 本季度有活动：20/20（100%）",
        "🤝 已结对：20/20（100%）",
        "🚶 本季度走访过：0/20（0%）",
    ]
    assert data(post) == ["coverage.gap:0:1", "coverage.gap:1:1", "coverage.gap:4:1"]
    whole = views.summary(CHINESE, Cover(organisations=20, lacking=dict.fromkeys(GAPS, 0)), DAYS)
    assert whole.text.endswith("🎉 已全部覆盖。")
    nobody = Cover(organisations=3, lacking=dict.fromkeys(GAPS, 0) | {NO_LIAISON: 3})
    assert "📨" not in views.summary(CHINESE, nobody, DAYS).text


def test_each_line_of_a_gap_has_what_mends_it() -> None:
    lacking = [Lacking(id=n, short_name=f"单位{n}", category="social") for n in range(1, 10)]
    mends = [data(views.gap_page(CHINESE, gap, lacking, 2))[1] for gap in GAPS]
    assert mends == [
        "people.invite:9",
        "coverage.who:9",
        "coverage.nudge:9",
        "coverage.pair:9",
        "visits.begin:9",
    ]
    assert "🎉" in views.gap_page(CHINESE, NO_PAIR, [], 1).text


def test_a_pair_is_an_organisation_and_a_community() -> None:
    community = UNIT.model_copy(update={"id": 2, "category": "community"})
    assert data(views.which_partner(CHINESE, UNIT, [community])) == ["organisations.pair:9:2"]
    assert data(views.which_partner(CHINESE, community, [UNIT])) == ["organisations.pair:9:2"]


@pytest.mark.parametrize("words", [CHINESE, ENGLISH], ids=["zh", "en"])
@pytest.mark.parametrize("value", HOSTILE)
def test_whatever_they_are_called_it_stays_within_limits(value: str, words: Words) -> None:
    lacking = [Lacking(id=n, short_name=value, category="social") for n in range(300)]
    one = UNIT.model_copy(update={"short_name": value})
    nudge = Nudge(id=1, organisation_id=9, organisation=value, asked_at=NOW, withdrawn_at=None)
    done = Nudged(outcome=Outcome.DONE, id=1, asked_at=NOW, names=(value,) * 40)
    cover = Cover(organisations=300, lacking=dict.fromkeys(GAPS, 300))
    for post in (
        views.in_private(words),
        views.summary(words, cover, DAYS),
        views.summary(words, Cover(organisations=0, lacking={}), DAYS),
        *(views.gap_page(words, gap, lacking, 3) for gap in GAPS),
        views.who(words, one, [Liaison(id=5, name=value)] * 40, "https://t.me/x?start=start"),
        views.who(words, one, [], "https://t.me/x?start=start"),
        views.which_partner(words, one, [one] * 300),
        views.which_partner(words, one, []),
        views.question(words, nudge),
        views.question(words, nudge.model_copy(update={"withdrawn_at": NOW})),
        *(
            views.asked(words, one, done.model_copy(update={"outcome": outcome}), due, NOW)
            for outcome in Outcome
            for due in (NOW, NOW + timedelta(hours=9))
        ),
    ):
        check_limits(post)
