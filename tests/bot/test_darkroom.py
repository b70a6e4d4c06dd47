"""Whatever a file does to the process that opens it, the bot hears of it and goes on."""

import sys
from pathlib import Path

import pytest

from bot.darkroom import Darkroom
from storage.giving import Look
from storage.kinds import Flaw
from tests.vocabulary.files import bomb, taken_somewhere

STUCK = Look(flaw=Flaw.STUCK)


def that(does: str) -> tuple[str, ...]:
    return (sys.executable, "-c", f"import sys, time\nfor line in sys.stdin: {does}")


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    path = tmp_path / "老照片 1.jpg"
    path.write_bytes(taken_somewhere())
    return path


async def test_files_are_opened_one_after_the_other(tmp_path: Path, photo: Path) -> None:
    worse = tmp_path / "worse"
    worse.write_bytes(bomb())
    darkroom = Darkroom()
    first = await darkroom.look(photo)
    assert (len(first.likeness), first.flaw) == (16, None)
    assert (await darkroom.look(worse)).flaw is Flaw.TOO_MANY_PIXELS
    assert await darkroom.look(photo) == first
    await darkroom.close()
    assert await darkroom.look(photo) == first
    await darkroom.close()


async def test_a_file_that_is_not_there_is_no_error(tmp_path: Path) -> None:
    darkroom = Darkroom()
    assert await darkroom.look(tmp_path / "gone") == STUCK
    await darkroom.close()


@pytest.mark.parametrize(
    "does",
    ["sys.exit(3)", "time.sleep(99)", "print('hm', flush=True)", "print('[1,2,3]', flush=True)"],
)
async def test_a_process_that_fails_is_ended_and_the_file_is_flawed(photo: Path, does: str) -> None:
    darkroom = Darkroom(that(does), seconds=1.0)
    for _ in range(2):
        assert await darkroom.look(photo) == STUCK
    await darkroom.close()


async def test_without_python_nothing_is_opened(photo: Path) -> None:
    darkroom = Darkroom(("/nowhere/python",))
    assert await darkroom.look(photo) == STUCK
    await darkroom.close()
