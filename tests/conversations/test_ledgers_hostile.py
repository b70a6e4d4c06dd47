"""Whatever was sent as a photo or written as a caption: the exports are made, and harm nobody."""

import csv
import io
import zipfile

import pytest

from tests.conversations.alliance import Alliance
from tests.conversations.test_ledgers import file_of
from tests.vocabulary.files import MAKER, bomb, film, taken_somewhere
from tests.vocabulary.workbooks import leaves, pictures

pytestmark = pytest.mark.slow  # it reads large files

MEGABYTE = 1 << 20
CAPTION = '#活动 8月13日 =HYPERLINK("http://x","看")<b>义诊&lt;，服务30人'
FILES = {
    "签到.jpg": "签到表".encode(),
    "断了.jpg": taken_somewhere(7)[:3000],
    "大图.png": bomb(),
    "空.jpg": b"",
    "全程.mp4": film() + bytes(20 * MEGABYTE + MEGABYTE // 10),
    "合影.jpg": taken_somewhere(1),
}


async def test_files_that_are_no_photos_are_in_no_export(alliance: Alliance) -> None:
    zhou, wang = alliance["老周"], alliance["王主任"].in_private()
    await zhou.sends_files([("document", *one) for one in FILES.items()], CAPTION)
    receipt = await zhou.sees("活动 1 号已登记")
    await alliance.shows(zhou, receipt, "已存 4 张")
    await alliance.shows(zhou, receipt, "没能保存")
    await wang.says("/导出 活动")
    answer, book = await file_of(wang, "📊 活动台账")
    assert len(pictures(book)) == 1
    for leaf in leaves(book):
        assert leaf.all("f") == []
        assert leaf.all("hyperlink") == []
    await wang.presses("照片压缩包", on=answer)
    _, archive = await file_of(wang, "已去掉定位和手机信息", ".zip")
    with zipfile.ZipFile(io.BytesIO(archive)) as file:
        (photo,) = file.namelist()
        data = file.read(photo)
    for one in (data, *pictures(book)):
        assert b"Exif" not in one
        assert MAKER.encode() not in one
    await wang.presses("CSV", on=answer)
    _, table = await file_of(wang, "CSV 表格", ".csv")
    (row,) = csv.DictReader(io.StringIO(table.decode("utf-8-sig")))
    assert all(not cell.startswith(("=", "+", "-", "@")) for cell in row.values())
    assert "<b>" in row["活动内容"]
