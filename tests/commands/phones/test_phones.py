"""Phone numbers: read in every spelling, borne by a button, and never without who sees them."""

import pytest
from hypothesis import assume, given, strategies as st

from commands.kit import pack, unpack
from commands.phones import views
from commands.phones.rules import number_in, packed, unpacked
from locales import Catalogues, Words, plain
from storage.phones import Phone
from tests.commands.posts import check_limits, data
from tests.storage.liuzhai import NOW

CHINESE, ENGLISH = Catalogues().words("zh_CN"), Catalogues().words("en")


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("13800000000", "13800000000"),
        ("138 0000 0000", "13800000000"),
        ("１３８-0000-0000", "13800000000"),
        ("+86 138 0000 0000", "13800000000"),
        ("8613800000000", "13800000000"),
        ("008613800000000", "13800000000"),
        ("0371-63900000", "037163900000"),
        ("（0371）63900000", "037163900000"),
        ("6390000", "6390000"),
        ("+852 9123 4567", "+85291234567"),
        ("63900000转8001", None),
        ("110", None),
        ("1" * 16, None),
        ("兴隆社区", None),
        ("", None),
        ("+", None),
        ("138 0000 000O", None),
    ],
)
def test_a_number_is_read_in_every_spelling(text: str, number: str | None) -> None:
    assert number_in(text) == number


@given(st.from_regex(r"\+?[0-9]{7,15}", fullmatch=True))
def test_a_button_bears_the_number_whole(text: str) -> None:
    number = number_in(text)
    assume(number is not None)
    assert number is not None
    name, numbers = unpack(pack("phones.save", packed(number)))
    assert name == "phones.save"
    assert unpacked(numbers[0]) == number


@given(st.integers(min_value=-(2**52), max_value=2**52))
def test_a_forged_button_is_a_number_or_none(forged: int) -> None:
    number = unpacked(forged)
    assert number is None or number_in(number) == number


@pytest.mark.parametrize("words", [CHINESE, ENGLISH])
def test_who_sees_it_is_said_before_it_is_kept(words: Words) -> None:
    offer, asks = views.offer(words), views.consent(words, "13800000000")
    kept = views.kept(words, Phone(person_id=1, number="13800000000", consented_at=NOW))
    for post in (offer, asks, kept):
        check_limits(post)
        assert "🔒" in post.text
    assert offer.asks_contact
    assert data(asks) == ["phones.save:113800000000", "phones.leave"]
    assert data(kept) == ["phones.take_back"]


def test_every_end_is_told() -> None:
    ends = [views.taken_back(CHINESE, had=had) for had in (True, False)]
    posts = [
        *ends,
        views.in_private(CHINESE),
        views.saved(CHINESE, "1"),
        views.not_saved(CHINESE),
        views.not_ones_own(CHINESE),
        views.no_number(CHINESE),
    ]
    texts = [plain(post.text) for post in posts]
    assert len(set(texts)) == len(texts)
    for post in posts:
        check_limits(post)
