"""A voice without a name cannot be traced, and its answer still arrives.

The same world is played twice: everybody does the same, but another person says the same words
without a name. Whoever could tell the two worlds apart by what is on disk could tell who it was. So
all that lies there has to be equal: every row of every table, the photos, the log, the backups, the
exports. What is random by its nature (keys, handles, names of files) is compared by its form.
"""

import asyncio
import io
import json
import logging
import re
from pathlib import Path

import pytest
from PIL import Image

from simulator.http import serve
from simulator.world import World
from storage.cloaks import SEAL
from tests.conversations.alliance import Alliance
from tests.conversations.leavings import (
    Left,
    backed_up,
    differing,
    form_of,
    gather,
    handles_of,
    keys_of,
    lines_of,
    no_moment_is_told,
    rows_of,
)
from tests.conversations.voicing import QUARTER, open_private_chats, pass_on
from tests.vocabulary import ManualClock, Person
from tests.vocabulary.reading import Message
from tests.vocabulary.resting import resting_loop

pytestmark = pytest.mark.slow
"""Two whole worlds, and every byte of what they leave behind."""

AUTHORS = "张阿姨", "Emma"
WORDS = "三号楼地下室漏水"
MORE = "东墙那边最厉害"
CAMERA = "OWNER-OF-THE-CAMERA"


async def test_two_worlds_with_different_authors_leave_the_same_behind(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    one, other = [await live(tmp_path / name, name, caplog) for name in AUTHORS]
    for left in (one, other):
        assert any("今天就去看" in said for said in left.seen), "the answer arrived"
        assert any("再没有什么和您有关联" in said for said in left.seen), "and the end"
    assert differing(one.open_rows, other.open_rows) == []
    assert differing(one.rows, other.rows) == []
    assert lines_of(one.log) == lines_of(other.log)
    assert sorted(map(form_of, one.raw)) == sorted(map(form_of, other.raw))
    for left in (one, other):
        no_moment_is_told(left.open_rows)
        nothing_is_left_of(left)


async def live(folder: Path, name: str, caplog: pytest.LogCaptureFixture) -> Left:
    """A world in which this one says something without a name, until it is solved."""
    await asyncio.to_thread(folder.mkdir)
    caplog.clear()
    clock = ManualClock()
    world = World(clock.now)
    async with serve(world) as running:
        with resting_loop().watching(lambda: 0):
            alliance = Alliance(running, clock, folder / "data")
            await alliance.gather()
            try:
                left = await _play(alliance, name, caplog)
            finally:
                await alliance.stop()
    left.log = caplog.text
    gather(left, alliance)
    return left


async def _play(alliance: Alliance, name: str, caplog: pytest.LogCaptureFixture) -> Left:
    author, chen = alliance[name].in_private(), alliance["陈姐"].in_private()
    await open_private_chats(alliance, "王主任", "陈姐", "小陈", *AUTHORS)
    for one in AUTHORS:
        await alliance[one].in_private().says("/language")
        await alliance[one].in_private().presses("中文")
        await alliance[one].in_private().is_quiet()
    caplog.clear()
    photos = [taken(1), taken(2)]
    await author.says(f"/我想说 {WORDS}")
    await author.sees("留姓名，还是不留？")
    await author.presses("不留姓名")
    await author.sees("您想说（不留姓名）")
    nothing_lies_open(alliance, author)
    await author.sends_album(photos)
    await author.sees("🖼 2 张照片")
    nothing_lies_open(alliance, author)
    alliance.world.send_location(author.id, author.chat, 34.79, 113.67)
    preview = await author.sees("📍 1 个位置")
    await alliance.restart()
    await author.presses("提交", on=preview)
    await author.sees("已提交，编号 1")
    await pass_on(alliance, 1, "兴隆社区", "全部")
    case = await chen.sees("诉求 1 号 · 🏃 办理中")
    await chen.presses("2 张照片", on=case)
    await chen.says("今天就去看", reply_to=case["message_id"])
    answer = await author.sees("今天就去看")
    await author.says(MORE, reply_to=answer["message_id"])
    await chen.sees(MORE, within=QUARTER)
    ids = ids_of(alliance, author)
    left = Left(author, ids, handles_of(alliance), keys_of(alliance), "")
    left.open_rows = rows_of(alliance.settings.database)
    await backed_up(alliance, "open.tar")
    await solved(alliance, author, chen, case)
    left.seen = [author.reads(one) for one in alliance.world.messages(author.chat)]
    await alliance["王主任"].in_private().says("/导出 诉求")
    await alliance["王主任"].in_private().sees("里面没有姓名")
    await author.is_quiet(within=120)
    await backed_up(alliance, "closed.tar")
    left.rows = rows_of(alliance.settings.database)
    assert [path.name for path in alliance.settings.keys.iterdir()] == [SEAL.hex()], "none is left"
    return left


async def solved(alliance: Alliance, author: Person, chen: Person, case: Message) -> None:
    """Not at first, but then."""
    await chen.presses("已解决", on=case)
    await chen.presses("不写说明")
    await author.presses("还没有")
    await chen.sees("对方说还没解决", within=QUARTER)
    await chen.presses("已解决", on=case)
    why = await chen.sees("诉求 1 号解决了？")
    await chen.says("水泵换好了", reply_to=why["message_id"])
    await author.sees("水泵换好了")
    await author.presses("解决了")
    await author.sees("再没有什么和您有关联")
    await alliance["王主任"].in_private().sees("✅ 对方确认已解决", within=QUARTER)


def nothing_lies_open(alliance: Alliance, author: Person) -> None:
    """What just came lies on disk sealed, in SQLite's log as well, which has every page of late."""
    hidden = [WORDS.encode("unicode_escape"), *(one.encode() for one in ids_of(alliance, author))]
    for path in alliance.data.glob("gongjian.db*"):
        data = path.read_bytes()
        assert not [one for one in hidden if one in data], path.name


def ids_of(alliance: Alliance, author: Person) -> tuple[str, ...]:
    """What Telegram calls the photos."""
    said = str_of(alliance.world, author)
    return tuple(re.findall(r'"file_(?:unique_)?id": "([^"]+)"', said))


def taken(seed: int) -> bytes:
    """A photo in which the camera noted whose it is."""
    picture = Image.new("RGB", (160, 120), (seed * 40, 90, 200 - seed * 30))
    notes = Image.Exif()
    notes[0x013B] = CAMERA
    written = io.BytesIO()
    picture.save(written, "JPEG", exif=notes, comment=CAMERA.encode())
    return written.getvalue()


def str_of(world: World, author: Person) -> str:
    """All messages of the author's chat, as Telegram has them."""
    return json.dumps(world.messages(author.chat), ensure_ascii=False)


def nothing_is_left_of(left: Left) -> None:
    """No byte of what could lead back, in any file."""
    assert left.ids, "Telegram's names of the photos are known to the test"
    escaped = [WORDS.encode("unicode_escape"), MORE.encode("unicode_escape")]
    hidden = [*(one.encode() for one in left.ids), CAMERA.encode(), *left.keys, *escaped]
    for name, data in left.raw.items():
        assert not [one for one in hidden if one in data], name
        is_older = name.startswith("backups/") and "closed.tar" not in name
        assert is_older or not [one for one in left.handles if one in data], name
        if "photos/" in name:
            assert str(left.author.id).encode() not in data
            assert re.fullmatch(r".*voices/[0-9a-f]{32}\.jpg", name), name
    assert str(left.author.id) not in left.log
    assert not [key for key in left.keys if key.hex() in left.log]
    assert any(WORDS.encode() in data for data in left.raw.values()), "the words are there"
