"""One program at a time writes to a data folder."""

from pathlib import Path

import pytest

from bot.lock import InUseError, held


def test_a_second_one_is_refused_until_the_first_ends(tmp_path: Path) -> None:
    with held(tmp_path), pytest.raises(InUseError), held(tmp_path):
        pytest.fail("both have the folder")
    with held(tmp_path):
        assert tmp_path.is_dir()


def test_the_folder_is_made(tmp_path: Path) -> None:
    with held(tmp_path / "new" / "data"):
        assert (tmp_path / "new" / "data").is_dir()


def test_two_folders_do_not_meet(tmp_path: Path) -> None:
    with held(tmp_path / "one"), held(tmp_path / "two"):
        assert {path.name for path in tmp_path.iterdir()} == {"one", "two"}


def test_a_fault_lets_the_folder_go(tmp_path: Path) -> None:
    with pytest.raises(LookupError), held(tmp_path):
        raise LookupError
    with held(tmp_path):
        assert tmp_path.is_dir()
