"""Writing: text, commands, replies, edits, photos, places."""

import pytest
from playwright.async_api import Page, expect

from tests.browser.pictures import jpeg
from tests.browser.windows import Scene, Windows

pytestmark = [pytest.mark.browser, pytest.mark.slow]

COMMANDS = [
    {"command": "notice", "description": "发通知"},
    {"command": "report", "description": "交报告"},
    {"command": "help", "description": "怎么用"},
]
DESK = 1280


async def choose_photos(page: Page, count: int) -> None:
    await page.get_by_test_id("attach").click()
    async with page.expect_file_chooser() as chooser:
        await page.get_by_test_id("attach-photos").click()
    files = [
        {"name": f"{number}.jpg", "mimeType": "image/jpeg", "buffer": jpeg(40 + number * 20)}
        for number in range(count)
    ]
    await (await chooser.value).set_files(files)  # type: ignore[arg-type]


async def test_enter_sends_and_shift_enter_is_a_new_line(page_of: Windows, scene: Scene) -> None:
    page = await page_of(scene.ann, DESK, chat=scene.group)
    compose = page.get_by_test_id("compose")
    await compose.fill("第一行")
    await compose.press("Shift+Enter")
    await compose.press_sequentially("第二行")
    await compose.press("Enter")
    await expect(page.get_by_test_id("message-text")).to_have_text("第一行\n第二行")
    await expect(compose).to_have_value("")


async def test_the_area_grows_with_its_text(page_of: Windows, scene: Scene) -> None:
    page = await page_of(scene.ann, chat=scene.group)
    compose = page.get_by_test_id("compose")
    before = await compose.bounding_box()
    await compose.fill("一\n二\n三\n四")
    after = await compose.bounding_box()
    assert before
    assert after
    assert after["height"] > before["height"] + 40


async def test_a_phone_sends_by_the_button(page_of: Windows, scene: Scene) -> None:
    page = await page_of(scene.ann, chat=scene.group)
    await page.get_by_test_id("compose").fill("在路上")
    await page.get_by_test_id("send").click()
    await expect(page.get_by_test_id("message-text")).to_have_text("在路上")


async def test_the_menu_of_commands_filters_and_sends(page_of: Windows, scene: Scene) -> None:
    scene.world.start(scene.ann)
    scene.bot("setMyCommands", commands=COMMANDS)
    page = await page_of(scene.ann, chat=scene.ann)
    await page.get_by_test_id("slash").click()
    await expect(page.get_by_test_id("command")).to_have_count(3)
    await page.get_by_test_id("compose").fill("/re")
    await expect(page.get_by_test_id("command")).to_have_count(1)
    await page.get_by_test_id("command").click()
    await expect(page.get_by_test_id("message-text").last).to_have_text("/report")
    await expect(page.get_by_test_id("commands")).to_be_hidden()


async def test_commands_by_keyboard_name_the_bot_in_a_group(page_of: Windows, scene: Scene) -> None:
    scene.bot("setMyCommands", commands=COMMANDS)
    page = await page_of(scene.ann, DESK, chat=scene.group)
    compose = page.get_by_test_id("compose")
    await compose.fill("/")
    await expect(page.get_by_test_id("command")).to_have_count(3)
    await compose.press("ArrowDown")
    await compose.press("Tab")
    await expect(compose).to_have_value("/report@gongjian_bot ")
    await compose.fill("/n")
    await compose.press("Enter")
    await expect(page.get_by_test_id("message-text").last).to_have_text("/notice@gongjian_bot")


async def test_several_photos_in_one_message(page_of: Windows, scene: Scene) -> None:
    page = await page_of(scene.ann, chat=scene.group)
    await choose_photos(page, 4)
    await expect(page.get_by_test_id("photo-preview").locator("img")).to_have_count(4)
    await page.get_by_test_id("photo-drop").first.click()
    await page.get_by_test_id("photo-caption").fill("上周六")
    await page.get_by_test_id("photo-send-submit").click()
    await expect(page.get_by_test_id("album").get_by_test_id("photo")).to_have_count(3)
    await expect(page.get_by_test_id("message-text").last).to_have_text("上周六")
    sent = scene.world.messages(scene.group)[-3:]
    assert len({message["media_group_id"] for message in sent}) == 1


async def test_a_place_and_a_contact(page_of: Windows, scene: Scene) -> None:
    page = await page_of(scene.ann, chat=scene.group)
    await page.get_by_test_id("attach").click()
    await page.get_by_test_id("attach-location").click()
    await page.get_by_test_id("place-title").fill("南门凉亭")
    await page.get_by_test_id("place-address").fill("18 号")
    await page.get_by_test_id("place-form-submit").click()
    await expect(page.get_by_test_id("venue")).to_contain_text("南门凉亭")
    await page.get_by_test_id("attach").click()
    await page.get_by_test_id("attach-contact").click()
    await page.get_by_test_id("contact-form-submit").click()
    await expect(page.get_by_test_id("contact")).to_contain_text("安然")


async def test_a_file(page_of: Windows, scene: Scene) -> None:
    page = await page_of(scene.ann, chat=scene.group)
    await page.get_by_test_id("attach").click()
    async with page.expect_file_chooser() as chooser:
        await page.get_by_test_id("attach-file").click()
    await (await chooser.value).set_files(
        {"name": "名单.csv", "mimeType": "text/csv", "buffer": b"a,b"}
    )
    await expect(page.get_by_test_id("document")).to_contain_text("名单.csv")


async def test_reply_and_edit_from_the_menu(page_of: Windows, scene: Scene) -> None:
    scene.says("谁来？")
    page = await page_of(scene.ann, chat=scene.group)
    await page.locator(".bubble").last.click(button="right")
    await page.get_by_test_id("menu-reply").click()
    await expect(page.get_by_test_id("reply-bar")).to_contain_text("谁来？")
    await page.get_by_test_id("compose").fill("我来")
    await page.get_by_test_id("send").click()
    await expect(page.get_by_test_id("quote")).to_contain_text("谁来？")
    await expect(page.get_by_test_id("reply-bar")).to_be_hidden()
    await page.locator(".own .bubble").last.click(button="right")
    await page.get_by_test_id("menu-edit").click()
    await page.get_by_test_id("compose").fill("我们来")
    await page.get_by_test_id("send").click()
    await expect(page.get_by_test_id("message-text").last).to_have_text("我们来")
    await expect(page.get_by_test_id("edited")).to_be_visible()


async def test_a_question_that_is_deleted_is_not_answered(page_of: Windows, scene: Scene) -> None:
    scene.world.start(scene.ann)
    page = await page_of(scene.ann, chat=scene.ann)
    force = {"force_reply": True, "input_field_placeholder": "写下标题"}
    asked = scene.says("通知的标题是？", chat=scene.ann, reply_markup=force)
    await expect(page.get_by_test_id("reply-bar")).to_be_visible()
    scene.bot("deleteMessage", chat_id=scene.ann, message_id=asked)
    await expect(page.get_by_test_id("reply-bar")).to_be_hidden()


async def test_a_forced_reply_opens_the_bar(page_of: Windows, scene: Scene) -> None:
    scene.world.start(scene.ann)
    page = await page_of(scene.ann, chat=scene.ann)
    force = {"force_reply": True, "input_field_placeholder": "写下标题"}
    asked = scene.says("通知的标题是？", chat=scene.ann, reply_markup=force)
    await expect(page.get_by_test_id("reply-bar")).to_contain_text("通知的标题是？")
    await expect(page.get_by_test_id("compose")).to_have_attribute("placeholder", "写下标题")
    await page.get_by_test_id("compose").fill("大扫除")
    await page.get_by_test_id("send").click()
    await expect(page.get_by_test_id("reply-bar")).to_be_hidden()
    assert scene.world.messages(scene.ann)[-1]["reply_to_message"]["message_id"] == asked


async def test_a_button_below_the_field_shares_ones_own_number(
    page_of: Windows, scene: Scene
) -> None:
    scene.world.start(scene.ann)
    page = await page_of(scene.ann, chat=scene.ann)
    keys = {
        "keyboard": [[{"text": "分享我的电话", "request_contact": True}]],
        "one_time_keyboard": True,
    }
    scene.says("您的电话？", chat=scene.ann, reply_markup=keys)
    await page.get_by_test_id("reply-key").click()
    await expect(page.get_by_test_id("reply-keys")).to_be_hidden()
    assert scene.world.messages(scene.ann)[-1]["contact"]["user_id"] == scene.ann
    scene.says("选一个", chat=scene.ann, reply_markup={"keyboard": [["甲", "乙"]]})
    await page.get_by_test_id("reply-key").filter(has_text="乙").click()
    await expect(page.get_by_test_id("message-text").last).to_have_text("乙")
    await expect(page.get_by_test_id("reply-key")).to_have_count(2)
    scene.says("好", chat=scene.ann, reply_markup={"remove_keyboard": True})
    await expect(page.get_by_test_id("reply-keys")).to_be_hidden()


async def test_start_stands_where_one_cannot_write_yet(page_of: Windows, scene: Scene) -> None:
    page = await page_of(scene.ann, chat=scene.ann)
    await expect(page.get_by_test_id("compose")).to_be_hidden()
    await page.get_by_test_id("start").click()
    await expect(page.get_by_test_id("message-text")).to_have_text("/start")
    await expect(page.get_by_test_id("compose")).to_be_visible()


async def test_a_draft_waits_in_its_chat(page_of: Windows, scene: Scene) -> None:
    scene.world.start(scene.ann)
    page = await page_of(scene.ann, DESK, chat=scene.group)
    await page.get_by_test_id("compose").fill("没写完")
    await page.locator(f'[data-testid=chat][data-chat="{scene.ann}"]').click()
    await expect(page.get_by_test_id("compose")).to_have_value("")
    await page.locator(f'[data-testid=chat][data-chat="{scene.group}"]').click()
    await expect(page.get_by_test_id("compose")).to_have_value("没写完")


async def test_a_refusal_is_said_and_the_text_is_kept(page_of: Windows, scene: Scene) -> None:
    page = await page_of(scene.ann, chat=scene.group)
    await page.get_by_test_id("compose").fill("字" * 5000)
    await page.get_by_test_id("send").click()
    await expect(page.get_by_test_id("toast")).to_be_visible()
    await expect(page.get_by_test_id("compose")).not_to_have_value("")
    page_of.errors.clear()  # the browser itself notes the 400
