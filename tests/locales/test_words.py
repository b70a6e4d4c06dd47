"""Words: values in sentences, days, moments and numbers, safe as Telegram HTML."""

import sys
import unicodedata
from datetime import UTC, date, datetime
from gettext import NullTranslations
from html.parser import HTMLParser
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given, strategies as st
from markupsafe import Markup

from locales import LANGUAGES, Words, plain
from locales.text import END_ISOLATE, ISOLATE, LEFTWARD, clean

SHANGHAI = ZoneInfo("Asia/Shanghai")
ARABIC = "مرحبا"


def words(language: str) -> Words:
    """A language whose sentences are still the code's own."""
    return Words(language, NullTranslations())


class Seen(HTMLParser):
    """The tags and the text that a reader of HTML finds."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[str] = []
        self.text = ""
        self.feed(str(text))
        self.close()

    def handle_starttag(self, tag: str, attrs: object) -> None:
        del attrs
        self.tags.append(tag)

    def handle_endtag(self, tag: str) -> None:
        self.tags.append(f"/{tag}")

    def handle_data(self, data: str) -> None:
        self.text += data


@given(st.text())
@example("<b>王</b> & Co.")
@example("</b><a href='tg://user?id=1'>")
@example("{count} %s &lt; \\ \x00\u202e\ud7ff")
def test_whatever_a_value_is_the_sentence_stays_a_sentence(value: str) -> None:
    said = words("en").t("<b>{name}</b> &amp; co", name=value)
    seen = Seen(said)
    assert seen.tags == ["b", "/b"]
    assert seen.text == f"{clean(value)} & co"
    assert plain(said) == f"{clean(value)} & co"


@given(st.text())
def test_a_list_of_anything_stays_a_list(value: str) -> None:
    assert Seen(words("zh_CN").list([value, value])).tags == []


def test_markup_of_our_own_stays_markup() -> None:
    said = words("en").t("{who} said {what}", who=Markup("<b>Ann</b>"), what="<b>")
    assert said == "<b>Ann</b> said &lt;b&gt;"


@given(st.text())
def test_clean_text_is_clean(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("王主任", "王主任"),
        ("a\x00b\x1b[31m", "ab[31m"),
        ("two\nlines\tand a tab", "two\nlines\tand a tab"),
        ("invoice\u202egpj.exe", "invoicegpj.exe"),
        (ARABIC, f"{ISOLATE}{ARABIC}{END_ISOLATE}"),
        (f"\u2066{ARABIC}", f"{ISOLATE}{ARABIC}{END_ISOLATE}"),
        ("👨‍👩‍👧", "👨‍👩‍👧"),
    ],
)
def test_what_people_typed_cannot_turn_what_stands_around_it(text: str, shown: str) -> None:
    assert clean(text) == shown


@pytest.mark.parametrize(
    ("language", "count", "said"),
    [
        ("en", 1, "1 organisation"),
        ("en", 20, "20 organisations"),
        ("en", 1234, "1,234 organisations"),
    ],
)
def test_things_are_counted(language: str, count: int, said: str) -> None:
    one, many = "{count} organisation", "{count} organisations"
    assert words(language).n(one, many, count) == said


@pytest.mark.parametrize(
    ("language", "near", "far"),
    [("zh_CN", "8月24日 周一", "2026年8月24日 周一"), ("en", "Mon 24 Aug", "Mon 24 Aug 2026")],
)
def test_a_day_has_its_weekday_and_a_far_one_its_year(language: str, near: str, far: str) -> None:
    day = date(2026, 8, 24)
    assert words(language).day(day, today=date(2026, 1, 1)) == near
    assert words(language).day(day, today=date(2025, 12, 31)) == far
    assert words(language).day(day) == far


@pytest.mark.parametrize(
    ("language", "shown"), [("zh_CN", "8月25日 周二 07:30"), ("en", "Tue 25 Aug 07:30")]
)
def test_a_moment_is_shown_in_the_zone_of_the_alliance(language: str, shown: str) -> None:
    moment = datetime(2026, 8, 24, 23, 30, tzinfo=UTC)
    assert words(language).moment(moment, SHANGHAI) == shown


@pytest.mark.parametrize(("language", "row"), [("zh_CN", "社区、学校"), ("en", "社区, 学校")])
def test_things_in_a_row_are_separated_as_the_language_does(language: str, row: str) -> None:
    assert words(language).list(["社区", "学校"]) == row


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_number_is_grouped(language: str) -> None:
    assert words(language).number(12345) == "12,345"


def test_whatever_is_written_leftwards_is_looked_at() -> None:
    every = (chr(code) for code in range(sys.maxunicode + 1))
    leftward = [one for one in every if unicodedata.bidirectional(one) in {"R", "AL"}]
    assert len(leftward) > 2000
    assert [one for one in leftward if not LEFTWARD.search(one)] == []
