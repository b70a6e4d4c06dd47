"""What a receipt asks and the panel behind ✏️ shows: only what is needed, always within limits."""

import pytest
from hypothesis import given, settings

from commands.activities.faults import Fault
from commands.activities.looking import cards
from commands.activities.reporting import histories, offers, panels, parts, receipts
from commands.activities.reporting.fields import COLUMNS
from commands.activities.reporting.receipts import Around
from commands.activities.tagging import views as tagging
from commands.kit import Post
from commands.kit.linkages import TAG_NAMES, tag_name
from locales import Words, plain
from storage.activities import Account
from storage.activity_history import Revision
from storage.tags import LINKAGES, Tag
from storage.unsure import PARTNERS, Unsure
from tests.commands.activities.scene import (
    ACTIVITY,
    DEPOT,
    NOON,
    REGISTER,
    TODAY,
    TONGLE,
    UNICOM,
    activity,
    partner,
)
from tests.commands.activities.test_views import (
    ANY_TEXT,
    BOTH,
    CHINESE,
    ENGLISH,
    WHOLE,
    check_limits,
    data,
    labels,
)

CLINIC = Tag(id=8, linkage="livelihood", name="义诊")
OLD_TAG = Tag(id=9, linkage="livelihood", name="旧标签", is_offered=False)
EVERYTHING = {
    "held_on": Unsure(may_be=("2016-08-13", "2015-08-13")),
    "organisation_id": Unsure(may_be=("1", "2", "3", "99")),
    "linkage": Unsure(may_be=LINKAGES),
    "place": Unsure(may_be=("社区活动室", "广场")),
    "served": Unsure(may_be=("12",)),
    "joined": Unsure(may_be=("30",), why="negative_number"),
    "minutes": Unsure(may_be=("150",)),
    "money": Unsure(may_be=("12860", "12861")),
    "materials": Unsure(may_be=("米面油20份",)),
    PARTNERS: Unsure(may_be=("1", "2")),
}


def change(field: str, before: str = "", after: str = "") -> Revision:
    return Revision(field=field, before=before, after=after, changed_at=NOON, person="老周")


@pytest.mark.parametrize("column", EVERYTHING)
def test_what_is_not_sure_is_asked_by_its_candidates_alone(column: str) -> None:
    unsure = {column: EVERYTHING[column]}
    post = receipts.receipt(CHINESE, activity("kept", **WHOLE, unsure=unsure), Around())
    assert "❓ 请点一下确认：" in post.text
    asked = [one for one in data(post) if one != "activities.fix:3"]
    assert len(asked) == min(len(EVERYTHING[column].may_be), offers.MOST) + 1


@pytest.mark.parametrize("column", [one for one in COLUMNS if one != "title"])
def test_what_cannot_be_has_its_reason_and_one_button(column: str) -> None:
    wrong = {column: Unsure(why=Fault.TOO_LONG.name.lower())}
    post = receipts.receipt(CHINESE, activity("kept", **WHOLE, unsure=wrong), Around())
    assert "太长了" in post.text
    assert len(data(post)) == 2


def test_only_what_every_activity_has_is_missed() -> None:
    bare = activity(
        "kept", organisation_id=None, organisation=None, held_on=None, served=None, joined=None
    )
    post = receipts.receipt(CHINESE, bare, Around())
    assert "➕ 文字里没找到：日期、单位、类别、地点、服务人数、参加人数。" in post.text
    assert labels(post) == [
        *("补日期", "选单位", "选类别", "补地点", "补服务人数", "补参加人数", "✏️ 更正"),
    ]


def test_a_receipt_says_who_was_part_of_it_and_who_was_not() -> None:
    joint = activity(
        "kept",
        **WHOLE,
        partners=(
            partner(TONGLE, "confirmed"),
            partner(UNICOM, is_host=False),
            partner(DEPOT, "declined"),
        ),
    )
    post = receipts.receipt(CHINESE, joint, Around())
    text = plain(post.text)
    assert "🤝 合办：同乐社区 ✓\n🤝 协办：联通（待确认）\n" in text
    assert "❌ 粮库 答复没有参加。" in text
    assert "🤝 我单位参加了" in labels(post)
    private = joint.model_copy(update={"chat_id": 7})
    assert "🤝 我单位参加了" not in labels(receipts.receipt(CHINESE, private, Around()))


def test_a_report_that_was_joined_says_where_it_is() -> None:
    post = receipts.receipt(ENGLISH, activity("kept", part_of=2), Around())
    assert "is part of activity 2 now" in post.text
    assert post.buttons == ()


def test_tags_of_the_chosen_kind_are_toggles_and_a_retired_one_that_it_has_stays() -> None:
    chosen = activity(**WHOLE, tags=(OLD_TAG,))
    shown = labels(panels.kinds(CHINESE, chosen, [CLINIC, OLD_TAG]))
    assert {"✅ 民生工作", "义诊", "✅ 旧标签"} <= set(shown)
    assert "旧标签" not in labels(panels.kinds(CHINESE, activity(**WHOLE), [CLINIC, OLD_TAG]))
    other = activity(**{**WHOLE, "linkage": "safety"})
    assert "义诊" not in labels(panels.kinds(CHINESE, other, [CLINIC]))


def test_the_history_names_what_was_changed_in_the_readers_language() -> None:
    changes = [change("linkage", "", "safety"), change("served", "12", "13"), change("later")]
    text = plain(histories.history(ENGLISH, ACTIVITY, changes).text)
    assert "老周: kind — → Safety and stability" in text
    assert "老周: served 12 → 13" in text
    assert "Nothing was changed yet." in histories.history(ENGLISH, ACTIVITY, []).text
    assert "… and 8 earlier" in histories.history(ENGLISH, ACTIVITY, [changes[1]] * 20).text


def test_tags_have_english_names_as_long_as_nobody_renamed_them() -> None:
    assert plain(tag_name(ENGLISH, CLINIC)) == "Free clinic"
    assert plain(tag_name(CHINESE, CLINIC)) == "义诊"
    assert plain(tag_name(ENGLISH, OLD_TAG)) == "旧标签"
    for name in TAG_NAMES:
        assert plain(tag_name(CHINESE, CLINIC.model_copy(update={"name": name}))) == name


@settings(deadline=None)
@given(BOTH, ANY_TEXT, ANY_TEXT)
def test_whatever_people_write_the_asking_stays_within_limits(
    words: Words, name: str, text: str
) -> None:
    named = tuple(
        partner(one, state).model_copy(update={"organisation": name})
        for one, state in zip(REGISTER, ("named", "confirmed", "declined"), strict=True)
    )
    wild = activity(
        "failed",
        organisation=name,
        reporter=name,
        title=text,
        caption=text,
        place=text,
        materials=text,
        linkage="safety",
        partners=named,
        tags=(CLINIC, OLD_TAG.model_copy(update={"name": text})),
        unsure=EVERYTHING | {"place": Unsure(may_be=(text,))},
        accounts=(Account(id=4, organisation=name, reporter=name, caption=text),),
    )
    around = Around({1: name, 2: text}, wild.model_copy(update={"id": 2}))
    register = [one.model_copy(update={"short_name": name.strip() or "？"}) for one in REGISTER]
    tag = CLINIC.model_copy(update={"name": text.strip() or "？"})
    posts: list[Post] = [
        receipts.receipt(words, wild, around),
        cards.card(words, wild, TODAY),
        panels.panel(words, wild),
        panels.done(words, wild),
        panels.kinds(words, wild, [tag] * 40),
        panels.partners(words, wild, register * 9, 2),
        histories.history(words, wild, [change("title", text, name)] * 20),
        parts.question(words, named[0], wild),
        parts.question(words, None, None),
        Post(parts.declined(words, named[0], wild)),
        tagging.of_kind(words, "livelihood", [tag] * 40),
        tagging.tag(words, tag),
        tagging.name_question(words, tag),
    ]
    for post in posts:
        check_limits(post)
