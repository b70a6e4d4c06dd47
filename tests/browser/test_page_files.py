"""What the bot hands over: a file with its name to download, a picture to look at."""

from pathlib import Path

from playwright.async_api import expect

from simulator.world import Upload
from tests.browser.pictures import jpeg
from tests.browser.windows import Scene, Windows

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
KEYBOARD = '{"inline_keyboard": [[{"text": "看板图片", "callback_data": "notices.poster:12"}]]}'


def sends(scene: Scene, method: str, kind: str, file: Upload, caption: str) -> None:
    """The bot uploads a file to 安然's chat with it."""
    scene.world.start(scene.ann)
    params = {"chat_id": scene.ann, "caption": caption, "reply_markup": KEYBOARD}
    scene.world.call(method, params, {kind: file})


def bytes_at(path: Path) -> bytes:
    return path.read_bytes()


async def test_a_file_of_the_bots_is_downloaded_under_its_name(
    page_of: Windows, scene: Scene
) -> None:
    file = Upload("通知12-街道例会-2026-08-20.xlsx", XLSX, b"PK" + bytes(2000))
    sends(scene, "sendDocument", "document", file, "通知 12 号反馈表")
    page = await page_of(scene.ann, chat=scene.ann)
    shown = page.get_by_test_id("document")
    await expect(shown).to_contain_text("通知12-街道例会-2026-08-20.xlsx")
    await expect(page.get_by_test_id("message-text").last).to_have_text("通知 12 号反馈表")
    await expect(page.get_by_role("button", name="看板图片")).to_be_visible()
    async with page.expect_download() as download:
        await shown.click()
    got = await download.value
    assert got.suggested_filename == file.filename
    assert bytes_at(await got.path()) == file.data
    assert await page.evaluate("document.documentElement.scrollWidth") <= 360


async def test_a_picture_of_the_bots_is_looked_at(page_of: Windows, scene: Scene) -> None:
    file = Upload("看板.png", "image/png", jpeg(width=1080, height=1440))
    sends(scene, "sendPhoto", "photo", file, "通知 12 号看板图片")
    page = await page_of(scene.ann, chat=scene.ann)
    await expect(page.get_by_test_id("message-text").last).to_have_text("通知 12 号看板图片")
    await page.get_by_test_id("photo").click()
    await expect(page.locator(".viewer-image")).to_be_visible()
