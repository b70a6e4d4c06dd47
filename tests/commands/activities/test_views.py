"""Activities as people see them: plain when all is well, clear when not, always within limits."""

from datetime import date

import pytest
from hypothesis import given, settings, strategies as st

from commands.activities import views
from commands.activities.faults import Fault
from commands.activities.looking import cards, lists
from commands.activities.looking.scopes import Scope
from commands.activities.looking.searches import Search
from commands.activities.reporting import questions, receipts
from commands.activities.reporting.faulty import reason
from commands.activities.reporting.fields import QUESTIONS
from commands.activities.reporting.receipts import Around
from commands.kit import Photo, Post
from commands.kit.posts import CAPTION_CHARACTERS, DATA_BYTES, TEXT_CHARACTERS
from locales import Catalogues, Words, plain
from storage.activity_lists import Line, Listing
from storage.corrections import Correction
from storage.loose import Home
from storage.organisations import Organisation
from tests.commands.activities.scene import ACTIVITY, HOSTILE, TODAY, activity, photo

CATALOGUES = Catalogues()
CHINESE, ENGLISH = CATALOGUES.words("zh_CN"), CATALOGUES.words("en")
BOTH = st.sampled_from([CHINESE, ENGLISH])
ANY_TEXT = st.one_of(st.sampled_from(HOSTILE), st.text())
DEPOT = Organisation(id=3, position=3, name="兴隆粮库", short_name="兴隆粮库", category="stationed")
WHOLE = {
    "linkage": "livelihood",
    "place": "社区活动室",
    "minutes": 150,
    "money": 5000,
    "materials": "米面油20份",
}
LINE = Line(
    id=3, title="金秋助学", held_on=date(2016, 8, 13), organisation="兴隆粮库", photo_count=4
)


def data(post: Post) -> list[str]:
    return [button.data for row in post.buttons for button in row if button.data]


def labels(post: Post) -> list[str]:
    return [button.label for row in post.buttons for button in row]


def utf16(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def check_limits(post: Post) -> None:
    limit = CAPTION_CHARACTERS if post.photos else TEXT_CHARACTERS
    assert 1 <= utf16(plain(post.text)) <= limit
    assert len(post.photos) <= 10
    assert len(post.placeholder) <= 64
    for row in post.buttons:
        for button in row:
            assert 1 <= len(button.label) <= 44
            assert len(button.data.encode()) <= DATA_BYTES
            assert len(button.start) <= 64


def listing(*lines: Line, number: int = 1, pages: int = 1) -> Listing:
    return Listing(lines=lines, number=number, pages=pages, activities=len(lines), served=12)


def test_a_receipt_says_what_was_understood() -> None:
    post = receipts.receipt(CHINESE, activity("kept", "kept", **WHOLE), Around())
    assert plain(post.text).splitlines() == [
        "✅ 活动 3 号已登记",
        "金秋助学",
        "🏢 兴隆粮库",
        "📅 2016年8月13日 周六",
        "📍 社区活动室",
        "🏷 民生工作",
        "👥 服务 12 人、参加 30 人",
        "⏱ 2.5 小时  💰 5,000 元",
        "📦 米面油20份",
        "📷 2 张照片，已保存",
    ]
    assert labels(post) == ["✏️ 更正"]


def test_a_receipt_in_english() -> None:
    post = receipts.receipt(ENGLISH, activity("kept", **WHOLE), Around())
    assert plain(post.text).splitlines()[:8] == [
        "✅ Activity 3 is recorded",
        "金秋助学",
        "🏢 兴隆粮库",
        "📅 Sat 13 Aug 2016",
        "📍 社区活动室",
        "🏷 Livelihood",
        "👥 served 12, took part 30",
        "⏱ 2.5 hours  💰 5,000 yuan",
    ]
    assert labels(post) == ["✏️ Correct"]


@pytest.mark.parametrize(
    ("states", "shown"),
    [
        (("waiting", "waiting"), "2 张照片，正在保存（已存 0 张）"),
        (("kept", "waiting", "failed"), "3 张照片，正在保存（已存 1 张）"),
        (("kept", "kept", "failed"), "3 张照片，已存 2 张"),
        (("kept", "failed"), "有 1 张照片没能保存"),
    ],
)
def test_a_receipt_says_how_its_photos_are(states: tuple[str, ...], shown: str) -> None:
    assert shown in receipts.receipt(CHINESE, activity(*states), Around()).text


def test_a_card_has_its_facts_and_its_photos_stand_above_it() -> None:
    shown = activity(*["kept"] * 4)
    post, album = cards.card(CHINESE, shown, TODAY), cards.album(shown)
    assert plain(post.text).splitlines() == [
        "活动 3 号 金秋助学",
        "🏢 兴隆粮库",
        "📅 8月13日 周六",
        "👥 服务 12 人、参加 30 人",
        "📷 4 张照片",
        "8月13日 金秋助学，慰问困难学子12人，参加党员30人",
        "登记人：老周，8月24日 周三",
    ]
    assert album is not None
    assert album.photos == tuple(Photo(one) for one in ("file1", "file2", "file3", "file4"))
    assert labels(post) == ["逐张看照片"]


def test_more_than_ten_photos_come_ten_at_a_time() -> None:
    many = activity(*["kept"] * 23)
    first = cards.card(CHINESE, many, TODAY)
    album = cards.album(many)
    assert album is not None
    assert (len(album.photos), labels(first)) == (10, ["📷 还有 13 张照片", "逐张看照片"])
    assert data(first) == ["activities.photos:3:2"]
    last = cards.more_photos(CHINESE, many, 3)
    assert last is not None
    assert plain(last.text) == "活动 3 号：照片第 21–23 张，共 23 张"
    assert (len(last.photos), last.buttons) == (3, ())
    assert cards.more_photos(CHINESE, many, 4) is None


@pytest.mark.parametrize("page", [-5, 0])
def test_a_forged_page_of_photos_is_none(page: int) -> None:
    assert cards.more_photos(CHINESE, activity("kept"), page) is None


def test_several_organisations_are_offered_by_buttons() -> None:
    post = lists.which_organisation(CHINESE, Search("兴隆", 2016, 8), [DEPOT] * 20)
    assert data(post)[0] == "activities.page:3:2016:8:0:0:0:0:1"
    assert "名称多写几个字" in post.text
    check_limits(post)


def test_organisations_to_choose_from_have_pages() -> None:
    post = questions.which_organisation(CHINESE, ACTIVITY, [DEPOT] * 21, 2)
    assert data(post)[0] == "activities.set_org:3:3"
    assert data(post)[-2:] == ["activities.fix_org:3:1", "activities.fix_org:3:3"]


@pytest.mark.parametrize("words", [CHINESE, ENGLISH])
def test_every_question_and_every_fault_has_words(words: Words) -> None:
    for question in QUESTIONS:
        check_limits(questions.asked(words, question, ACTIVITY))
    assert len({reason(words, fault) for fault in Fault}) == len(Fault)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (Correction(held_on=date(2016, 8, 14)), "日期已改为 2016年8月14日 周日"),
        (Correction(served=0), "服务 0 人"),
        (Correction(joined=1200), "参加 1,200 人"),
        (Correction(title="<b>义诊"), "“&lt;b&gt;义诊”"),
        (Correction(linkage="safety"), "已改：🏷 安全稳定"),
        (Correction(minutes=90), "已改：⏱ 1.5 小时"),
        (Correction(money=5000), "已改：💰 5,000 元"),
        (Correction(place="<b>广场"), "已改：📍 &lt;b&gt;广场"),
        (Correction(materials="西瓜30个"), "已改：📦 西瓜30个"),
    ],
)
def test_a_correction_is_confirmed_by_what_is_on_record_now(change: Correction, said: str) -> None:
    assert said in questions.corrected(CHINESE, ACTIVITY, change)


def test_what_a_reporter_needs_to_know_can_be_copied() -> None:
    assert "<code>#活动 8月13日" in views.how_to(CHINESE, hears_all=True).text
    assert "<code>/report 8月13日" in views.how_to(CHINESE, hears_all=False).text
    assert "<code>8月13日" in views.what_was_it(CHINESE, photo(1), "", ()).text


@settings(deadline=None)
@given(BOTH, ANY_TEXT, st.integers(0, 3))
def test_words_and_titles_of_any_kind_are_offered(words: Words, text: str, homes: int) -> None:
    offered = tuple(Home(id=number + 1, title=text) for number in range(homes))
    check_limits(views.what_was_it(words, photo(1), text, offered))


@settings(deadline=None)
@given(BOTH, ANY_TEXT, ANY_TEXT, st.sampled_from([0, 1, 2, 10, 11, 40]))
def test_whatever_people_are_called_and_write_fits_into_telegrams_limits(
    words: Words, name: str, text: str, photos: int
) -> None:
    wild = activity(
        *["failed"] * photos,
        organisation=name,
        reporter=name,
        title=text,
        caption=text,
        served=10**6,
    )
    line = LINE.model_copy(update={"title": text, "organisation": name})
    depot = DEPOT.model_copy(update={"short_name": name, "name": name})
    check_limits(receipts.receipt(words, wild, Around()))
    check_limits(cards.card(words, wild, TODAY))
    check_limits(lists.in_private(words, listing(*[line] * 8, pages=9), Scope(depot), TODAY))
    check_limits(lists.in_group(words, listing(*[line] * 8), Scope(depot, 2016), TODAY))
    for question in QUESTIONS:
        check_limits(questions.asked(words, question, wild))
