"""The desk without the program around it: what is asked of whoever sits at a terminal."""

import io
from pathlib import Path

import pytest

from bot import desk
from bot.settings import Settings
from locales import Catalogues
from storage import organisations
from storage.database import Database
from tests.bot.programs import ROOT

REGISTER = ROOT / "examples" / "liuzhai" / "organisations.csv"


class Terminal(io.StringIO):
    """Where somebody sits who types."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(("typed", "many"), [("y\n", 21), ("n\n", 0), ("", 0)])
async def test_who_sits_at_a_terminal_is_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, typed: str, many: int
) -> None:
    settings = Settings(data=tmp_path, _env_file=None)
    monkeypatch.setattr("sys.stdin", Terminal(typed))
    words = Catalogues().words("zh_CN")
    assert await desk.import_organisations(settings, words, REGISTER) == 0
    async with Database(settings.database) as db:
        assert len(await organisations.every(db)) == many
