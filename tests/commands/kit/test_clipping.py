"""Values fit where they stand, and never vanish."""

import pytest
from hypothesis import given, strategies as st

from commands.kit import clip


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("兴隆社区", "兴隆社区"),
        ("兴隆社区党支部", "兴隆社区党…"),
        ("兴隆 \n 社区", "兴隆 社区"),
        ("", ""),
        ("  \n", ""),
        ("\u202e\u200b", "…"),
    ],
)
def test_a_value_is_one_short_line(text: str, shown: str) -> None:
    assert clip(text, 6) == shown


@given(st.text(), st.integers(min_value=1, max_value=50))
def test_no_text_is_longer_than_allowed(text: str, characters: int) -> None:
    assert len(clip(text, characters)) <= characters
    assert bool(clip(text, characters)) == bool(text.strip())
