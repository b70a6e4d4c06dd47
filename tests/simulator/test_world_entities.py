"""Text and its entities: Telegram's HTML, what it finds by itself, UTF-16 units."""

from html import escape
from typing import Any

import pytest
from hypothesis import given, strategies as st

from simulator.world import Refusal
from simulator.world.entities import parse, plain
from simulator.world.utf16 import cut, units
from tests.spec.forms import assert_form

TAGS = ["b", "strong", "i", "em", "u", "ins", "s", "strike", "del", "code", "pre", "tg-spoiler"]


def html(source: str) -> tuple[str, list[dict[str, Any]]]:
    return parse(source, "HTML")


def marked(text: str, entities: list[dict[str, Any]]) -> list[tuple[str, str]]:
    return [(one["type"], cut(text, one["offset"], one["length"])) for one in entities]


def reason(source: str) -> str:
    with pytest.raises(Refusal) as caught:
        html(source)
    assert caught.value.code == 400
    return caught.value.description.removeprefix("Bad Request: can't parse entities: ")


@pytest.mark.parametrize(
    ("source", "kind"),
    [
        ("<b>x</b>", "bold"),
        ("<strong>x</strong>", "bold"),
        ("<i>x</i>", "italic"),
        ("<em>x</em>", "italic"),
        ("<u>x</u>", "underline"),
        ("<ins>x</ins>", "underline"),
        ("<s>x</s>", "strikethrough"),
        ("<strike>x</strike>", "strikethrough"),
        ("<del>x</del>", "strikethrough"),
        ("<code>x</code>", "code"),
        ("<pre>x</pre>", "pre"),
        ("<tg-spoiler>x</tg-spoiler>", "spoiler"),
        ('<span class="tg-spoiler">x</span>', "spoiler"),
        ("<blockquote>x</blockquote>", "blockquote"),
        ("<blockquote expandable>x</blockquote>", "expandable_blockquote"),
        ('<tg-emoji emoji-id="5368324170671202286">x</tg-emoji>', "custom_emoji"),
        ("<a href='https://example.com/'>x</a>", "text_link"),
        ('<tg-time unix="1787216400" format="r">x</tg-time>', "date_time"),
        ("<B>x</B>", "bold"),
        ("<b>x</>", "bold"),
    ],
)
def test_every_tag_becomes_its_entity(source: str, kind: str) -> None:
    text, entities = html(source)
    assert (text, marked(text, entities)) == ("x", [(kind, "x")])
    assert_form(entities, ["Array of MessageEntity"], "entities")


def test_a_point_in_time_needs_a_moment_and_a_known_format() -> None:
    _, entities = html('<tg-time unix="1787216400" format="wDT">x</tg-time>')
    assert (entities[0]["unix_time"], entities[0]["date_time_format"]) == (1787216400, "wDT")
    assert "Unix time" in reason('<tg-time unix="soon">x</tg-time>')
    assert "format" in reason('<tg-time unix="1" format="rT">x</tg-time>')


def test_offsets_are_utf16_units() -> None:
    text, entities = html("👍🏽 <b>活动</b> 😀<i>x</i>")
    assert [(one["offset"], one["length"]) for one in entities] == [(5, 2), (10, 1)]
    assert marked(text, entities) == [("bold", "活动"), ("italic", "x")]


def test_nested_tags_and_order() -> None:
    text, entities = html("<i>a<b>b</b></i>")
    assert marked(text, entities) == [("italic", "ab"), ("bold", "b")]


def test_code_block_with_a_language_is_one_entity() -> None:
    _, entities = html('<pre><code class="language-python">print()</code></pre>')
    assert entities == [{"type": "pre", "offset": 0, "length": 7, "language": "python"}]


def test_references_are_decoded_and_unknown_ones_kept() -> None:
    assert html("&lt;&gt;&amp;&quot;&#39;&#x597d;&nbsp;")[0] == "<>&\"'好&nbsp;"


def test_white_space_around_is_trimmed_with_its_entities() -> None:
    text, entities = html("  <b> 活动 </b> <i> </i>\n")
    assert text == "活动"
    assert entities == [{"type": "bold", "offset": 0, "length": 2}]


def test_carriage_returns_vanish_without_moving_what_follows() -> None:
    text, entities = html("a\r\n&#13;<b>x</b>")
    assert marked(text, entities) == [("bold", "x")]
    assert text == "a\nx"


def test_a_link_to_nowhere_is_plain_text() -> None:
    assert html('<a href="no where">x</a>') == ("x", [])
    assert html('<a href="http://[">x</a>') == ("x", [])


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("<b>x", 'Can\'t find end tag corresponding to start tag "b"'),
        ("好<x>", 'Unsupported start tag "x" at byte offset 3'),
        ("好</b>", "Unexpected end tag at byte offset 3"),
        ("<b>x</i>", 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'),
        ("a <b", "Unclosed start tag at byte offset 2"),
        ("<a href='x", 'Empty attribute name in the tag "a" at byte offset 0'),
        ("<a href=x", "Unclosed start tag at byte offset 0"),
        ('<tg-emoji emoji-id="x">x</tg-emoji>', "Invalid custom emoji identifier specified"),
        ("<b>x</b", "Unclosed end tag at byte offset 4"),
        ("1 < 2 >", 'Unsupported start tag "" at byte offset 2'),
        ("<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
    ],
)
def test_broken_html_is_refused_in_telegrams_words(source: str, words: str) -> None:
    assert reason(source) == words


def test_other_parse_modes_are_refused() -> None:
    with pytest.raises(Refusal, match="only HTML"):
        parse("*x*", "MarkdownV2")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("/start payload", [("bot_command", "/start")]),
        ("/start@gongjian_bot", [("bot_command", "/start@gongjian_bot")]),
        ("报名 /join。", [("bot_command", "/join")]),
        ("/通知", []),
        ("a/b", []),
        ("/a/b", []),
        ("#活动 #2026 #年2026 x#y", [("hashtag", "#活动"), ("hashtag", "#年2026")]),
        ("找 @ann_lee 吧", [("mention", "@ann_lee")]),
        ("见 https://example.com/a?b=c。", [("url", "https://example.com/a?b=c")]),
        ("t.me/gongjian", [("url", "t.me/gongjian")]),
        ("ann@example.com", [("email", "ann@example.com")]),
    ],
)
def test_what_telegram_finds_by_itself(text: str, found: list[tuple[str, str]]) -> None:
    assert marked(*plain(text)) == found


def test_nothing_is_found_inside_code() -> None:
    assert marked(*html("<code>/start</code> /stop")) == [
        ("code", "/start"),
        ("bot_command", "/stop"),
    ]


@given(st.text(), st.sampled_from(TAGS))
def test_escaped_text_comes_back_whole(text: str, tag: str) -> None:
    source = f"<{tag}>{escape(text)}</{tag}>"
    words, entities = html(source)
    assert words == text.replace("\r", "").strip()
    assert all(one["offset"] + one["length"] <= units(words) for one in entities)


@given(st.text(alphabet="<>/=\"' &;#abх好😀\n"))
def test_any_source_is_parsed_or_refused(source: str) -> None:
    try:
        text, entities = html(source)
    except Refusal as refusal:
        assert refusal.code == 400  # noqa: PT017 -- either outcome is right
        return
    assert all(
        0 <= one["offset"] < one["offset"] + one["length"] <= units(text) for one in entities
    )
