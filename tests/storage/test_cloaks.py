"""A handle is known again by its key alone; the pace has no names; what is sealed stays so."""

from datetime import date
from pathlib import Path

import pytest

from storage.cloaks import A_DAY, SEAL, Cloak, SealError

ZHANG, EMMA = 5_000_000_007, 5_000_000_008
TODAY = date(2026, 8, 20)


def test_a_handle_is_one_persons_as_long_as_its_key_is_there(tmp_path: Path) -> None:
    cloak = Cloak(tmp_path / "keys")
    name = cloak.new_key()
    handle = cloak.handle(name, ZHANG)
    assert cloak.is_of(name, handle, ZHANG)
    assert not cloak.is_of(name, handle, EMMA)
    again = Cloak(tmp_path / "keys")
    assert again.among(name, handle, [EMMA, ZHANG]) == ZHANG
    assert not Cloak().is_of(name, handle, ZHANG), "another machine, without the keys"
    again.let_go([name])
    assert again.is_of(name, handle, ZHANG)
    again.let_go([])
    assert not again.is_of(name, handle, ZHANG)
    assert not Cloak(tmp_path / "keys").is_of(name, handle, ZHANG)


def test_a_key_that_was_just_made_outlives_one_look(tmp_path: Path) -> None:
    cloak = Cloak(tmp_path / "keys")
    name = cloak.new_key()
    cloak.let_go([])
    assert name in cloak.keys, "its voice may not be written down yet"
    cloak.let_go([])
    assert list(cloak.keys) == [SEAL]
    assert [path.name for path in (tmp_path / "keys").iterdir()] == [SEAL.hex()]


def test_keys_are_for_their_owner_alone(tmp_path: Path) -> None:
    cloak = Cloak(tmp_path / "keys")
    cloak.new_key()
    paths = [tmp_path / "keys", *(tmp_path / "keys").iterdir()]
    assert [oct(path.stat().st_mode & 0o077) for path in paths] == ["0o0"] * 3


def test_two_voices_of_one_person_have_nothing_in_common() -> None:
    cloak = Cloak()
    first, second = cloak.new_key(), cloak.new_key()
    assert cloak.handle(first, ZHANG) != cloak.handle(second, ZHANG)


def test_what_is_sealed_is_opened_with_the_key_alone() -> None:
    cloak, text = Cloak(), '{"text": "灯坏了"}'
    sealed = cloak.seal(text)
    assert sealed != cloak.seal(text)
    assert "灯" not in sealed
    assert cloak.open(sealed) == text
    assert cloak.open(text) == text
    for spoilt in (sealed[:-2], sealed[:-2] + "zz", "sealed:"):
        with pytest.raises(SealError):
            cloak.open(spoilt)
    with pytest.raises(SealError):
        Cloak().open(sealed)


def test_a_person_has_so_many_a_day_and_others_have_theirs() -> None:
    cloak = Cloak()
    for _ in range(A_DAY):
        assert cloak.has_room(ZHANG, TODAY)
        cloak.count(ZHANG, TODAY)
    assert not cloak.has_room(ZHANG, TODAY)
    assert cloak.has_room(EMMA, TODAY)
    assert cloak.has_room(ZHANG, date(2026, 8, 21))
