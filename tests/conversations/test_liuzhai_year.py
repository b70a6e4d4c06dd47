"""What Liuzhai's units did, entered as their liaisons would, and the ledger made of it."""

import io
import json
import tomllib
import zipfile
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import pytest

from bot.clock import moment
from storage import organisations, people
from storage.database import Database
from tests.conversations.alliance import Alliance
from tests.conversations.test_ledgers import file_of
from tests.vocabulary import ManualClock, Person
from tests.vocabulary.clock import ZONE
from tests.vocabulary.files import MAKER, taken_somewhere
from tests.vocabulary.workbooks import Leaf, leaves, pictures

pytestmark = pytest.mark.slow  # it enters a whole year

CAPTIONS = Path(__file__).parents[1] / "captions" / "liuzhai.toml"
KINDS = ("education", "livelihood", "culture", "safety", "development")
PHOTOS = 2
CONFIRM = "✅ 我们参加了"


def noon(day: date) -> float:
    return datetime.combine(day, time(12), ZONE).timestamp()


@pytest.fixture
def clock() -> ManualClock:
    """Noon of the day on which most of them are sent."""
    return ManualClock(noon(date(2016, 8, 24)))


@pytest.fixture
def told() -> list[dict[str, Any]]:
    """What liaisons write, and what is meant by it."""
    found: list[dict[str, Any]] = tomllib.loads(CAPTIONS.read_text())["caption"]
    return found


@pytest.fixture
async def liaisons(alliance: Alliance) -> dict[str, Person]:
    """A liaison in private for each organisation, by its short name."""
    await alliance.stop()
    seated: dict[str, Person] = {}
    async with Database(alliance.settings.database) as db:
        for one in await organisations.every(db):
            name = f"{one.short_name}联络员"
            somebody = alliance.world.add_person(name, language_code="zh-hans")
            await people.remember(db, people.Person(id=somebody.id, name=name))
            staff, now = alliance["王主任"].id, moment(alliance.clock)
            await people.appoint(db, somebody.id, one.id, staff, now)
            seated[one.short_name] = Person(
                alliance.world, alliance.clock, somebody.id, somebody.id
            )
    await alliance.start()
    for person in seated.values():
        await person.starts()
    return seated


async def entered(told: list[dict[str, Any]], liaisons: dict[str, Person]) -> None:
    """Each report with photos that have a place in them; partners say that they were there."""
    for number, one in enumerate(told, start=1):
        liaison = liaisons[one["by"][0]]
        if "sent" in one:
            liaison.clock.jump(noon(one["sent"]) - liaison.clock.now())
        shots = [taken_somewhere((number, place)) for place in range(PHOTOS)]
        files = [("document", f"IMG_{number}.jpg", shot) for shot in shots]
        await liaison.sends_files(files, one["text"])
        await liaison.presses("用这段话登记", on=await liaison.sees(one["text"]))
        await liaison.sees(f"活动 {number} 号已登记")
        await liaison.sees(f"{PHOTOS} 张照片，已保存")
        for partner in one.get("with", ()):
            question = await liaisons[partner].sees(f"{partner} 参加了吗？")
            await liaisons[partner].presses(CONFIRM, on=question)


def titles(leaf: Leaf) -> list[str]:
    return leaf.column("C")[1:]


async def test_the_ledger_of_the_year(
    alliance: Alliance, told: list[dict[str, Any]], liaisons: dict[str, Person]
) -> None:
    await entered(told, liaisons)
    wang = alliance["王主任"].in_private()
    await wang.says("/导出 活动")
    answer, data = await file_of(wang, "📊 活动台账")
    summary, *kinds = leaves(data)
    counted = [sum(one["kind"] == kind for one in told) for kind in KINDS]
    assert [len(titles(leaf)) for leaf in kinds] == counted == [3, 5, 1, 1, 0]
    assert [summary.cells[f"B{at}"] for at in range(5, 11)] == ["3", "5", "1", "1", "0", "10"]
    assert summary.cells["D10"] == str(24 + 50)
    assert len(pictures(data)) == len(told) * PHOTOS
    livelihood = kinds[1]
    aid = next(at for at in range(4, 9) if "金秋助学" in livelihood.cells[f"C{at}"])
    assert [livelihood.cells[f"{one}{aid}"] for one in "BDE"] == ["42595", "兴隆粮库", "兴隆社区"]
    row = next(at for at in range(13, 40) if summary.cells.get(f"A{at}") == "兴隆社区")
    assert (summary.cells[f"B{row}"], summary.cells[f"G{row}"]) == ("2", "1")

    await wang.presses("照片压缩包", on=answer)
    _, archive = await file_of(wang, "已去掉定位和手机信息", ".zip")
    await wang.presses("JSON", on=answer)
    _, record = await file_of(wang, "JSON 数据", ".json")
    named = [name for one in json.loads(record)["activities"] for name in one["photos"]]
    with zipfile.ZipFile(io.BytesIO(archive)) as file:
        assert sorted(file.namelist()) == sorted(named)
        shots = [file.read(name) for name in file.namelist()]
    assert len(shots) == len(told) * PHOTOS
    for shot in (*shots, *pictures(data)):
        assert b"Exif" not in shot
        assert MAKER.encode() not in shot

    await wang.says("/导出 活动 2016年")
    _, year = await file_of(wang, "📊 2016年活动台账", "2016年.xlsx")
    dated = [one for one in told if "date" in one]
    assert leaves(year)[0].cells["B10"] == str(len(dated))
    assert f"另有 {len(told) - len(dated)} 次活动没有日期" in leaves(year)[0].cells["A2"]
