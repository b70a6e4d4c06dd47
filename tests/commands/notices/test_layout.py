"""Long texts in parts that Telegram takes."""

import itertools

from hypothesis import given, strategies as st

from commands.notices.layout import beginning, pieces, units


@given(st.text(max_size=40), st.integers(1, 9))
def test_parts_are_the_text_again_and_none_is_too_long_or_torn(text: str, room: int) -> None:
    parts = pieces(text, room)
    assert "".join(parts) == text
    assert all(units(part) <= room or len(part) == 1 for part in parts)


@given(st.text(max_size=40), st.integers(2, 9))
def test_a_part_ends_where_no_more_has_room(text: str, room: int) -> None:
    parts = pieces(text, room)
    for part, following in itertools.pairwise(parts):
        assert units(part + following[0]) > room


def test_an_emoji_is_two_units_and_whole() -> None:
    assert pieces("收到👌👌", 3) == ("收到", "👌", "👌")
    assert pieces("👌收", 1) == ("👌", "收")
    assert beginning("👌收到", 3) == "👌收…"
    assert pieces("", 3) == ("",)
