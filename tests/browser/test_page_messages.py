"""Messages on the page: text, quotes, albums, service lines, scrolling."""

import pytest
from playwright.async_api import expect

from tests.browser.pictures import jpeg
from tests.browser.windows import Scene, Windows

pytestmark = [pytest.mark.browser, pytest.mark.slow]


async def test_formatted_text_with_utf16_offsets(page_of: Windows, scene: Scene) -> None:
    scene.says("🧹🧹 <b>大扫除</b> <i>周六</i> <code>9:00</code> <u>南门</u> <s>北门</s>")
    page = await page_of(scene.ann, chat=scene.group)
    text = page.get_by_test_id("message-text").last
    await expect(text).to_have_text("🧹🧹 大扫除 周六 9:00 南门 北门")
    for tag, words in {"strong": "大扫除", "em": "周六", "code": "9:00", "u": "南门"}.items():
        await expect(text.locator(tag)).to_have_text(words)


async def test_blocks_and_nested_formats(page_of: Windows, scene: Scene) -> None:
    scene.says("前\n<blockquote>一<b>二</b>\n三</blockquote>\n<pre>a  b</pre>\n后")
    page = await page_of(scene.ann, chat=scene.group)
    text = page.get_by_test_id("message-text").last
    await expect(text.locator("blockquote strong")).to_have_text("二")
    await expect(text.locator("pre")).to_have_text("a  b")


async def test_a_spoiler_opens_by_tap(page_of: Windows, scene: Scene) -> None:
    scene.says("答案是<tg-spoiler>周六</tg-spoiler>")
    page = await page_of(scene.ann, chat=scene.group)
    spoiler = page.locator(".spoiler")
    await expect(spoiler).to_have_css("color", "rgba(0, 0, 0, 0)")
    await spoiler.click()
    await expect(spoiler).not_to_have_css("color", "rgba(0, 0, 0, 0)")


async def test_hostile_words_stay_words(page_of: Windows, scene: Scene) -> None:
    name = "<img src=x onerror=alert(1)>&amp;"
    mallory = scene.world.add_person(name)
    scene.world.join(mallory.id, scene.group)
    scene.world.say(mallory.id, scene.group, "<script>document.title='x'</script> &lt;b&gt;")
    page = await page_of(scene.ann, chat=scene.group)
    await expect(page.get_by_test_id("message-author").last).to_have_text(name)
    words = "<script>document.title='x'</script> &lt;b&gt;"
    await expect(page.get_by_test_id("message-text").last).to_have_text(words)
    assert await page.locator("img, #app script").count() == 0
    await page.get_by_test_id("chat-title").click()
    await expect(page.get_by_test_id("members")).to_contain_text(name)


async def test_messages_of_one_sender_stand_together(page_of: Windows, scene: Scene) -> None:
    for word in ("一", "二", "三"):
        scene.world.say(scene.ben, scene.group, word)
    page = await page_of(scene.ann, chat=scene.group)
    await expect(page.get_by_test_id("message")).to_have_count(3)
    await expect(page.get_by_test_id("message-author")).to_have_text(["王小明"])


async def test_edited_and_deleted_live(page_of: Windows, scene: Scene) -> None:
    page = await page_of(scene.ann, chat=scene.group)
    number = scene.says("初稿")
    text = page.get_by_test_id("message-text")
    await expect(text).to_have_text("初稿")
    scene.bot("editMessageText", chat_id=scene.group, message_id=number, text="定稿")
    await expect(text).to_have_text("定稿")
    await expect(page.get_by_test_id("edited")).to_be_visible()
    scene.bot("deleteMessage", chat_id=scene.group, message_id=number)
    await expect(text).to_have_count(0)


async def test_a_quote_leads_to_what_it_quotes(page_of: Windows, scene: Scene) -> None:
    asked = scene.says("谁来？")
    for number in range(25):
        scene.says(f"第 {number} 条")
    scene.world.say(scene.ben, scene.group, "我来", reply_to=asked)
    page = await page_of(scene.ann, chat=scene.group)
    question = page.locator(f'[data-messages~="{asked}"]')
    await expect(question).not_to_be_in_viewport()
    await page.get_by_test_id("quote").click()
    await expect(question).to_be_in_viewport()


async def test_an_album_is_a_grid_and_opens_in_the_viewer(page_of: Windows, scene: Scene) -> None:
    photos = [jpeg(shade) for shade in (40, 120, 200)]
    scene.world.send_photos(scene.ben, scene.group, photos, caption="三张")
    page = await page_of(scene.ann, chat=scene.group)
    await expect(page.get_by_test_id("message")).to_have_count(1)
    await expect(page.get_by_test_id("album").get_by_test_id("photo")).to_have_count(3)
    await page.get_by_test_id("photo").nth(1).click()
    count = page.get_by_test_id("viewer-count")
    await expect(count).to_have_text("2 / 3")
    await page.keyboard.press("ArrowRight")
    await expect(count).to_have_text("3 / 3")
    await page.get_by_test_id("viewer-next").click()
    await expect(count).to_have_text("1 / 3")
    await page.keyboard.press("Escape")
    await expect(page.get_by_test_id("viewer")).to_have_count(0)


async def test_late_brothers_join_their_album(page_of: Windows, scene: Scene) -> None:
    page = await page_of(scene.ann, chat=scene.group)
    album = scene.world.begin_album(scene.ben, scene.group, "慢慢传")
    album.add(jpeg(10))
    await expect(page.get_by_test_id("photo")).to_have_count(1)
    album.add(jpeg(80))
    await expect(page.get_by_test_id("album").get_by_test_id("photo")).to_have_count(2)
    await expect(page.get_by_test_id("message")).to_have_count(1)


async def test_a_photo_keeps_its_place_before_it_is_loaded(page_of: Windows, scene: Scene) -> None:
    scene.world.send_photos(scene.ben, scene.group, [jpeg(width=600, height=800)])
    page = await page_of(scene.ann, chat=scene.group)
    box = await page.get_by_test_id("photo").bounding_box()
    assert box
    assert box["height"] / box["width"] == pytest.approx(800 / 600, rel=0.02)


async def test_points_people_and_files(page_of: Windows, scene: Scene) -> None:
    world, ben, group = scene.world, scene.ben, scene.group
    world.send_location(ben, group, 36.06, 120.38)
    world.send_venue(ben, group, 36.06, 120.38, title="南门凉亭", address="18 号")
    world.send_contact(ben, group, "+86 532 1", "李阿姨")
    world.send_document(ben, group, b"a,b", "名单.csv")
    page = await page_of(scene.ann, chat=group)
    await expect(page.get_by_test_id("location")).to_contain_text("36.06000")
    await expect(page.get_by_test_id("venue")).to_contain_text("南门凉亭")
    await expect(page.get_by_test_id("contact")).to_contain_text("李阿姨")
    async with page.expect_download() as download:
        await page.get_by_test_id("document").click()
    assert (await download.value).suggested_filename == "名单.csv"


async def test_service_lines_and_the_pinned_bar(page_of: Windows, scene: Scene) -> None:
    number = scene.says("本周安排")
    page = await page_of(scene.ann, chat=scene.group)
    await expect(page.get_by_test_id("pinned")).to_be_hidden()
    scene.bot("pinChatMessage", chat_id=scene.group, message_id=number)
    await expect(page.get_by_test_id("pinned")).to_contain_text("本周安排")
    await expect(page.get_by_test_id("service").last).to_contain_text("共建置顶了「本周安排」")
    newcomer = scene.world.add_person("新邻居")
    scene.world.join(newcomer.id, scene.group)
    await expect(page.get_by_test_id("service").last).to_have_text("新邻居进群了")


async def test_reading_upwards_is_not_disturbed(page_of: Windows, scene: Scene) -> None:
    for number in range(40):
        scene.says(f"第 {number} 条")
    page = await page_of(scene.ann, chat=scene.group)
    first = page.get_by_test_id("message").first
    await expect(page.get_by_test_id("message").last).to_be_in_viewport()
    await first.scroll_into_view_if_needed()
    scene.says("又来一条")
    await expect(page.get_by_test_id("pill-count")).to_have_text("1 条新消息")
    await expect(first).to_be_in_viewport()
    await page.get_by_test_id("pill").click()
    await expect(page.get_by_test_id("message").last).to_be_in_viewport()
    await expect(page.get_by_test_id("pill")).to_be_hidden()


async def test_react_from_the_menu_and_take_it_back(page_of: Windows, scene: Scene) -> None:
    number = scene.says("周六大扫除")
    page = await page_of(scene.ann, chat=scene.group)
    await page.locator(".bubble").last.click(button="right")
    await page.get_by_test_id("react").first.click()
    mine = page.get_by_test_id("reaction")
    await expect(mine).to_have_text("👍 1")
    scene.world.react(scene.ben, scene.group, number, "👍")
    await expect(mine).to_have_text("👍 2")
    await mine.click()
    await expect(mine).to_have_text("👍 1")
    await expect(mine).to_have_attribute("aria-pressed", "false")


async def test_forward_to_another_chat(page_of: Windows, scene: Scene) -> None:
    scene.world.start(scene.ann)
    scene.says("转给我自己")
    page = await page_of(scene.ann, chat=scene.group)
    await page.locator(".bubble").last.click(button="right")
    await page.get_by_test_id("menu-forward").click()
    await page.locator(f'[data-testid=forward-to][data-chat="{scene.ann}"]').click()
    await expect(page.get_by_test_id("toast")).to_have_text("已转发到「共建」")
    assert "forward_origin" in scene.world.messages(scene.ann)[-1]
