"""Review and feature: what is shown with values of any kind, and what an answer may change."""

from datetime import date

import pytest
from hypothesis import given, settings

from commands.activities.featuring import views as featuring
from commands.activities.looking import standings
from commands.activities.looking.standings import REASONS, STATES
from commands.activities.reporting import histories
from commands.activities.reviewing import answers, cards, removals
from commands.kit import Post
from locales import Words
from storage.activities import Activity, Report
from storage.corrections import Correction
from storage.features import Feature, Place
from storage.queries import ANSWERED, APPROVED, ASKED, Query
from tests.commands.activities.scene import ACTIVITY, NOON, TODAY, activity, photo
from tests.commands.activities.test_views import ANY_TEXT, BOTH, CHINESE, ENGLISH, data
from tests.commands.posts import check_limits

QUERY = Query(
    id=5,
    activity_id=3,
    words="有多少人？",
    asked_by=1,
    asker="王主任",
    asked_at=NOON,
    answer="",
    answered_by=None,
    answerer=None,
    answered_at=None,
)
ANSWER = QUERY.model_copy(update={"answer": "15人", "answerer": "老周", "answered_at": NOON})
FEATURE = Feature(
    id=2,
    activity_id=3,
    chat_id=-100,
    topic_id=None,
    photo_ids=(1, 2),
    featured_by=1,
    featured_at=NOON,
    withdrawn_at=None,
    photos=(photo(1), photo(2)),
)
PLACE = Place(chat_id=-100, topic_id=4, title="共建群", topic="风采展示")


def told(**said: object) -> Report:
    """What the words of an answer say."""
    empty = {"held_on": None, "served": None, "joined": None}
    whole = ACTIVITY.model_dump() | empty | said
    return Report.model_validate(whole)


@pytest.mark.parametrize(
    ("said", "changes"),
    [
        ({}, Correction()),
        ({"served": 12}, Correction()),
        ({"served": 15, "title": "别的", "place": "别处"}, Correction(served=15)),
        ({"held_on": date(2016, 8, 14)}, Correction(held_on=date(2016, 8, 14))),
        ({"joined": 0, "money": 5}, Correction(joined=0, money=5)),
    ],
)
def test_an_answer_changes_what_it_says_otherwise(
    said: dict[str, object], changes: Correction
) -> None:
    assert answers.what_it_changes(ACTIVITY, told(**said)) == changes


def test_nothing_is_offered_when_the_words_say_nothing_new() -> None:
    assert answers.thanks(CHINESE, ACTIVITY, ANSWER, Correction()).buttons == ()
    offer = answers.thanks(CHINESE, ACTIVITY, ANSWER, Correction(served=15))
    assert data(offer) == ["activities.adopt:5"]
    assert "服务 15 人" in offer.text


def test_how_it_stands_is_said_in_every_state() -> None:
    for state in (APPROVED, ASKED, ANSWERED):
        said = list(standings.standing(ENGLISH, activity(state=state)))
        assert said == [ENGLISH.t(STATES[state])]
    assert list(standings.standing(ENGLISH, activity())) == []
    assert "🌟 Featured" in list(standings.standing(ENGLISH, activity(featured_at=NOON)))


def test_what_was_approved_offers_to_take_it_back() -> None:
    done = cards.card(CHINESE, activity(state=APPROVED, featured_at=NOON), (), 0, TODAY)
    assert data(done)[0] == "activities.reopen:3"
    assert "activities.feature_withdraw:3" in data(done)
    assert "待审核" not in done.text


def test_the_chosen_photos_go_along_else_as_many_as_there_is_room() -> None:
    many = activity(*["kept"] * 12)
    assert featuring.best(many) == tuple(range(1, 11))
    photos = [one.model_copy(update={"chosen": {7: 1, 3: 2}.get(one.id)}) for one in many.photos]
    chosen = many.model_copy(update={"photos": tuple(photos)})
    assert featuring.best(chosen) == (7, 3)
    assert cards.album(activity()) is None


def test_a_feature_goes_when_it_is_withdrawn_or_a_photo_is_hidden() -> None:
    assert len(featuring.album(FEATURE).photos) == 2
    hidden = FEATURE.photos[0].model_copy(update={"hidden_at": NOON})
    for changes in ({"withdrawn_at": NOON}, {"photos": (hidden, FEATURE.photos[1])}):
        assert featuring.album(FEATURE.model_copy(update=changes)).is_withdrawn
    gone = FEATURE.model_copy(update={"withdrawn_at": NOON})
    assert featuring.card(CHINESE, gone, ACTIVITY).is_withdrawn
    assert featuring.card(CHINESE, FEATURE, None).is_withdrawn
    assert not featuring.card(CHINESE, FEATURE, ACTIVITY).is_withdrawn


@pytest.mark.parametrize("words", [CHINESE, ENGLISH])
def test_every_reason_has_words(words: Words) -> None:
    assert len({standings.reason(words, why) for why in REASONS}) == len(REASONS)
    assert standings.reason(words, "<b>下雨") == "&lt;b&gt;下雨"


@settings(deadline=None)
@given(BOTH, ANY_TEXT, ANY_TEXT)
def test_whatever_people_write_all_of_it_stays_within_limits(
    words: Words, name: str, text: str
) -> None:
    wild = activity(
        *["kept"] * 12,
        organisation=name,
        reporter=name,
        title=text,
        caption=f"{text}。",
        deleter=name,
        deleted_why=text,
        state=APPROVED,
        featured_at=NOON,
    )
    asked = ANSWER.model_copy(update={"words": text, "answer": text, "asker": name})
    place = Place(chat_id=-1, topic_id=2, title=name, topic=text)
    change = Correction(served=1, joined=2, minutes=3, money=4, held_on=TODAY)
    for post in _posts(words, wild, asked, place, change):
        check_limits(post)


def _posts(
    words: Words, wild: Activity, asked: Query, place: Place, change: Correction
) -> list[Post]:
    return [
        cards.card(words, wild, [asked] * 9, 3, TODAY),
        cards.approved(words, wild),
        cards.in_private(words, 3, "3"),
        answers.which_question(words, wild),
        Post(answers.passed_on(words, wild)),
        answers.question(words, asked, wild),
        answers.question(words, QUERY, wild),
        answers.answer(words, asked, wild),
        answers.thanks(words, wild, asked, change),
        answers.adopted(words, wild, change),
        removals.which_reason(words, wild),
        removals.which_words(words, wild),
        removals.deleted(words, wild, goes_on=True),
        Post(removals.restored(words, wild)),
        histories.history(words, wild, (), [asked] * 9),
        featuring.choices(words, wild, [place] * 9),
        featuring.featured(words, wild, place),
        featuring.card(words, FEATURE, wild),
    ]
