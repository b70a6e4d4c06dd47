"""Buttons under messages: pressing, waiting, toasts, alerts, links."""

import asyncio

import pytest
from playwright.async_api import Page, expect

from tests.browser.windows import Scene, Windows

pytestmark = [pytest.mark.browser, pytest.mark.slow]
PATIENCE_SECONDS = 5


async def query_of(scene: Scene) -> str:
    """The press that waits for the bot, once the page has brought it to the world."""
    arrived, updates = asyncio.Event(), scene.world.updates
    unsubscribe = updates.subscribe(arrived.set)
    if not updates.waiting:
        await asyncio.wait_for(arrived.wait(), PATIENCE_SECONDS)
    unsubscribe()
    return str(updates.take()[-1]["callback_query"]["id"])


async def waiting(page: Page) -> None:
    await expect(page.get_by_test_id("key")).to_have_attribute("aria-busy", "true")


async def rested(page: Page) -> None:
    await expect(page.get_by_test_id("key")).not_to_have_attribute("aria-busy", "true")


async def test_a_button_waits_for_its_answer(page_of: Windows, scene: Scene) -> None:
    scene.says("请确认", keyboard=[[{"text": "收到", "callback_data": "ack"}]])
    page = await page_of(scene.ann, chat=scene.group)
    await page.get_by_test_id("key").click()
    await waiting(page)
    scene.bot("answerCallbackQuery", callback_query_id=await query_of(scene), text="谢谢，安然")
    await expect(page.get_by_test_id("toast")).to_have_text("谢谢，安然")
    await rested(page)


async def test_it_still_waits_when_the_message_is_edited(page_of: Windows, scene: Scene) -> None:
    keys = [[{"text": "收到", "callback_data": "ack"}]]
    number = scene.says("请确认", keyboard=keys)
    page = await page_of(scene.ann, chat=scene.group)
    await page.get_by_test_id("key").click()
    await waiting(page)
    again = {"inline_keyboard": [[{"text": "收到 1", "callback_data": "ack"}]]}
    scene.bot("editMessageReplyMarkup", chat_id=scene.group, message_id=number, reply_markup=again)
    await expect(page.get_by_test_id("key")).to_have_text("收到 1")
    await waiting(page)
    scene.bot("answerCallbackQuery", callback_query_id=await query_of(scene))
    await rested(page)


async def test_an_alert_shows_all_200_characters(page_of: Windows, scene: Scene) -> None:
    scene.says("请确认", keyboard=[[{"text": "详情", "callback_data": "x"}]])
    page = await page_of(scene.ann, chat=scene.group)
    await page.get_by_test_id("key").click()
    await waiting(page)
    text = "邻" * 200
    query = await query_of(scene)
    scene.bot("answerCallbackQuery", callback_query_id=query, text=text, show_alert=True)
    await expect(page.get_by_test_id("alert").locator("p")).to_have_text(text)
    await page.get_by_test_id("alert-ok").click()
    await expect(page.get_by_test_id("alert")).to_have_count(0)


async def test_only_who_pressed_sees_the_answer(page_of: Windows, scene: Scene) -> None:
    scene.says("请确认", keyboard=[[{"text": "收到", "callback_data": "ack"}]])
    ann = await page_of(scene.ann, chat=scene.group)
    ben = await page_of(scene.ben, chat=scene.group)
    await ben.get_by_test_id("key").click()
    await waiting(ben)
    scene.bot("answerCallbackQuery", callback_query_id=await query_of(scene), text="给小明")
    await expect(ben.get_by_test_id("toast")).to_have_text("给小明")
    await expect(ann.get_by_test_id("toast")).to_have_count(0)


async def test_a_start_link_leads_into_the_private_chat(page_of: Windows, scene: Scene) -> None:
    url = "https://t.me/gongjian_bot?start=report-1"
    scene.says("交报告", keyboard=[[{"text": "填写", "url": url}]])
    page = await page_of(scene.ann, chat=scene.group)
    await page.get_by_test_id("key").click()
    await expect(page.get_by_test_id("chat-name")).to_have_text("共建")
    await expect(page.get_by_test_id("message-text").last).to_have_text("/start report-1")
    assert scene.world.messages(scene.ann)[-1]["text"] == "/start report-1"


async def test_other_links_ask_first(page_of: Windows, scene: Scene) -> None:
    scene.says('看<a href="https://example.org/a">这里</a>')
    page = await page_of(scene.ann, chat=scene.group)
    await page.locator("[data-entity=link]").click()
    dialog = page.get_by_test_id("link-dialog")
    await expect(dialog).to_contain_text("https://example.org/a")
    await page.keyboard.press("Escape")
    await expect(dialog).to_have_count(0)


async def test_a_command_in_a_text_is_sent_by_tap(page_of: Windows, scene: Scene) -> None:
    scene.says("发 /help 看看")
    page = await page_of(scene.ann, chat=scene.group)
    await page.locator("[data-entity=command]").click()
    await expect(page.get_by_test_id("message-text").last).to_have_text("/help")
    assert scene.world.messages(scene.group)[-1]["from"]["id"] == scene.ann
