"""The desk without the program around it: what is asked of whoever sits at a terminal."""

import io
from pathlib import Path

import pytest

from bot import desk
from bot.settings import Settings
from locales import Catalogues
from storage import organisations, pairings
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


async def test_pairs_are_taken_over_at_the_desk_and_a_misfit_is_told_by_its_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    settings = Settings(data=tmp_path, _env_file=None)
    words = Catalogues().words("zh_CN")
    assert await desk.import_organisations(settings, words, REGISTER) == 0
    file = tmp_path / "结对.csv"
    header, court = "单位名称,简称,类别,结对", "惠济区人民法院党总支,惠济法院,驻区单位"
    file.write_text(f"{header}\n{court},幸福社区\n", encoding="utf-8")
    assert await desk.import_organisations(settings, words, file) == desk.EX_DATAERR
    assert "第 2 行 结对 列：名册和这份文件里都没有“幸福社区”" in capsys.readouterr().err
    file.write_text(f"{header}\n{court},兴隆社区（2016-08）\n", encoding="utf-8")
    assert await desk.import_organisations(settings, words, file) == 0
    assert "结对：（空） → 兴隆社区（2016-08）" in capsys.readouterr().out
    async with Database(settings.database) as db:
        (pair,) = await pairings.every(db)
    assert (pair.organisation, pair.community, pair.paired_by) == ("惠济法院", "兴隆社区", 0)
