"""`@bot words` in the page: results, one of them posted, and the way to the private chat."""

import pytest
from playwright.async_api import expect

from tests.browser.windows import Scene, Windows

pytestmark = pytest.mark.browser

ARTICLES = [
    {
        "type": "article",
        "id": str(number),
        "title": title,
        "description": "📢 通知",
        "input_message_content": {"message_text": f"<b>{title}</b>", "parse_mode": "HTML"},
    }
    for number, title in enumerate(("周五义诊", "义诊和免费体检"), 1)
]


async def test_results_are_shown_and_one_is_posted_via_the_bot(
    page_of: Windows, scene: Scene
) -> None:
    page = await page_of(scene.ann, chat=scene.group)
    compose = page.get_by_test_id("compose")
    name = scene.world.bot.username
    await compose.fill(f"@{name} 义诊")
    query = await asked(scene, "义诊")
    button = {"text": "🔍 怎么找", "start_parameter": "menu"}
    scene.world.call(
        "answerInlineQuery", {"inline_query_id": query, "results": ARTICLES, "button": button}
    )
    results = page.get_by_test_id("inline-result")
    await expect(results).to_have_count(2)
    await expect(results.first).to_contain_text("周五义诊")
    await expect(page.get_by_test_id("inline-hint")).to_have_text("🔍 怎么找")
    await results.nth(1).click()
    await expect(page.get_by_test_id("message-text")).to_have_text("义诊和免费体检")
    await expect(page.get_by_test_id("via")).to_have_text(f"通过 @{name}")
    await expect(compose).to_have_value("")
    await expect(page.get_by_test_id("inline")).to_be_hidden()
    await compose.fill(f"@{name} ")
    query = await asked(scene, "")
    scene.world.call(
        "answerInlineQuery", {"inline_query_id": query, "results": [], "button": button}
    )
    await page.get_by_test_id("inline-hint").click()
    await expect(page.get_by_test_id("message-text").last).to_have_text("/start menu")


async def asked(scene: Scene, words: str) -> str:
    """Waits for the query that the page sends after a pause in typing."""
    from asyncio import sleep  # noqa: PLC0415 - the page takes its own time

    for _ in range(100):
        for update in scene.world.updates.waiting:
            if update.get("inline_query", {}).get("query") == words:
                return str(update["inline_query"]["id"])
        await sleep(0.05)
    raise AssertionError(f"nothing was asked for {words!r}")
