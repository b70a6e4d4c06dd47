"""A film is given on without the notes of the phone, and byte for byte the same otherwise."""

import pytest
from hypothesis import given, strategies as st

from storage.giving import cleaned, examine
from storage.kinds import Flaw, FlawedError
from tests.vocabulary.files import film

NOTES = (b"+34.7866", b"a lens", b"a maker")


def test_place_device_and_maker_are_gone_and_every_offset_is_right() -> None:
    data = film()
    assert all(note in data for note in NOTES)
    given_on = cleaned(data)
    assert given_on.suffix == ".mp4"
    assert not any(note in given_on.data for note in NOTES)
    assert len(given_on.data) == len(data)
    assert given_on.data.index(b"pixels") == data.index(b"pixels")
    assert cleaned(given_on.data) == given_on


def test_a_film_with_a_track_that_nobody_knows_is_not_given_on() -> None:
    assert examine(film(track=b"meta")).flaw is Flaw.NOTES


@pytest.mark.parametrize("length", [12, 40, 200])
def test_a_film_that_was_cut_off_is_damaged(length: int) -> None:
    assert examine(film()[:length]).flaw is Flaw.DAMAGED


@given(st.data())
def test_a_damaged_film_is_shown_or_flawed(data: st.DataObject) -> None:
    whole = bytearray(film())
    for _ in range(data.draw(st.integers(1, 4))):
        whole[data.draw(st.integers(12, len(whole) - 1))] = data.draw(st.integers(0, 255))
    try:
        assert len(cleaned(bytes(whole)).data) == len(whole)
    except FlawedError:
        assert examine(bytes(whole)).flaw is not None
