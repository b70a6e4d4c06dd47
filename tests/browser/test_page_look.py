"""How the page looks and feels: widths, light and dark, language, hit areas, keyboard."""

import pytest
from playwright.async_api import Page, expect

from tests.browser.pictures import jpeg
from tests.browser.windows import Scene, Windows

pytestmark = [pytest.mark.browser, pytest.mark.slow]

SMALL = """
() => [...document.querySelectorAll("button, a, input, select, textarea, summary")]
  .filter((node) => node.checkVisibility({visibilityProperty: true}))
  .filter((node) => !node.closest(".text, .switch") && !node.classList.contains("visually-hidden"))
  .map((node) => [node.outerHTML.slice(0, 90), node.getBoundingClientRect()])
  .filter(([, box]) => box.width < 40 || box.height < 40)
  .map(([html, box]) => `${html} ${box.width}x${box.height}`)
"""
SIDEWAYS = """
() => [...document.querySelectorAll("html, body, .messages, .sheet-body, .chats")]
  .filter((node) => node.scrollWidth > node.clientWidth)
  .map((node) => node.className || node.tagName)
"""
NAMELESS = """
() => [...document.querySelectorAll("button, a, input, textarea, select")]
  .filter((node) => node.checkVisibility())
  .filter((node) => !node.ariaLabel && !node.textContent.trim() && !node.labels?.length)
  .map((node) => node.outerHTML.slice(0, 90))
"""


async def furnish(scene: Scene) -> None:
    long_word = "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen" * 3
    rows = [[{"text": f"很长很长很长的按钮 {n}", "callback_data": f"{n}"} for n in range(3)]]
    scene.says(f"{long_word}\n<pre>{long_word}</pre>https://t.me/gongjian_bot?start={'x' * 60}")
    scene.says("请确认", keyboard=rows)
    scene.world.send_photos(scene.ben, scene.group, [jpeg(n) for n in range(10)], caption="十张")
    scene.world.send_venue(scene.ben, scene.group, 1, 2, title=long_word, address=long_word)
    scene.world.send_document(scene.ben, scene.group, b"1", f"{long_word}.csv")
    number = scene.says(long_word)
    scene.world.react(scene.ben, scene.group, number, "👍")
    scene.bot("pinChatMessage", chat_id=scene.group, message_id=number)


async def sound(page: Page) -> None:
    assert await page.evaluate(SIDEWAYS) == []
    assert await page.evaluate(SMALL) == []
    assert await page.evaluate(NAMELESS) == []


@pytest.mark.parametrize("width", [360, 1280])
async def test_nothing_is_too_wide_too_small_or_nameless(
    page_of: Windows, scene: Scene, width: int
) -> None:
    await furnish(scene)
    page = await page_of(scene.ann, width)
    await sound(page)
    await page.locator(f'[data-testid=chat][data-chat="{scene.group}"]').click()
    await expect(page.get_by_test_id("message").last).to_be_visible()
    await sound(page)
    for opener, dialog in (("attach", "attach-menu"), ("chat-title", "members")):
        await page.get_by_test_id(opener).click()
        await expect(page.get_by_test_id(dialog)).to_be_visible()
        await sound(page)
        await page.keyboard.press("Escape")
    if width < 800:
        await page.get_by_test_id("back").click()
    for opener, dialog in (("lab-open", "lab"), ("who", "picker")):
        await page.get_by_test_id(opener).click()
        await expect(page.get_by_test_id(dialog)).to_be_visible()
        await sound(page)
        await page.keyboard.press("Escape")


async def background(page: Page) -> str:
    return str(await page.evaluate("getComputedStyle(document.body).backgroundColor"))


async def test_light_and_dark_by_system_and_by_switch(page_of: Windows, scene: Scene) -> None:
    light = await background(await page_of(scene.ann))
    page = await page_of(scene.ann, dark=True)
    dark = await background(page)
    assert light != dark
    await page.get_by_test_id("lab-open").click()
    await page.get_by_test_id("theme-light").click()
    assert await background(page) == light
    await page.reload()
    await page.wait_for_selector("[data-ready]")
    assert await background(page) == light


async def test_the_language_switches(page_of: Windows, scene: Scene) -> None:
    page = await page_of(scene.ann, chat=scene.group)
    compose = page.get_by_test_id("compose")
    await expect(compose).to_have_attribute("placeholder", "写消息……")
    await page.get_by_test_id("back").click()
    await page.get_by_test_id("lab-open").click()
    await page.get_by_test_id("lang-en").click()
    await page.wait_for_selector('html[lang="en"] [data-ready]')
    await expect(page.get_by_test_id("who")).to_have_attribute(
        "aria-label", "You are 安然; tap to be somebody else"
    )


async def test_all_by_keyboard(page_of: Windows, scene: Scene) -> None:
    scene.says("请确认", keyboard=[[{"text": "收到", "callback_data": "ack"}]])
    page = await page_of(scene.ann, 1280, chat=scene.group)
    await page.get_by_test_id("messages").focus()
    await page.keyboard.press("Tab")
    await expect(page.get_by_test_id("key")).to_be_focused()
    await page.keyboard.press("Tab")
    await expect(page.get_by_test_id("message-menu")).to_be_focused()
    await page.keyboard.press("Enter")
    await page.keyboard.press("ArrowUp")
    await expect(page.get_by_test_id("menu-forward")).to_be_focused()
    await page.keyboard.press("Escape")
    await expect(page.get_by_test_id("message-menu")).to_be_focused()
