"""The drawer: time, faults, rules, blocking, links, upgrades; and the line that breaks."""

import pytest
from playwright.async_api import Page, expect

from tests.browser.windows import Scene, Windows

pytestmark = [pytest.mark.browser, pytest.mark.slow]

DESK = 1280


async def lab(page: Page) -> None:
    await page.get_by_test_id("lab-open").click()
    await expect(page.get_by_test_id("lab")).to_be_visible()


async def test_time_goes_forward(page_of: Windows, scene: Scene) -> None:
    page = await page_of(scene.ann, DESK, chat=scene.group)
    before = scene.world.now()
    await lab(page)
    clock = page.get_by_test_id("lab-clock")
    shown = await clock.inner_text()
    await page.get_by_test_id("time-day").click()
    await expect(clock).not_to_have_text(shown)
    assert scene.world.now() - before >= 86400


async def test_faults_come_and_go(page_of: Windows, scene: Scene) -> None:
    page = await page_of(scene.ann, DESK, chat=scene.group)
    await lab(page)
    await page.get_by_test_id("fault-kind").select_option("error")
    await page.get_by_test_id("fault-method").fill("sendMessage")
    await page.get_by_test_id("fault-times").fill("2")
    await page.get_by_test_id("fault-form-submit").click()
    await expect(page.get_by_test_id("fault")).to_contain_text("sendMessage · × 2")
    await page.get_by_test_id("fault-remove").click()
    await expect(page.get_by_test_id("fault")).to_have_count(0)


async def test_rules_switch(page_of: Windows, scene: Scene) -> None:
    page = await page_of(scene.ann, DESK, chat=scene.group)
    assert not scene.world.rules.privacy
    await lab(page)
    await page.get_by_test_id("rule-privacy").check()
    await expect(page.get_by_test_id("rule-privacy")).to_be_checked()
    assert scene.world.rules.privacy


async def test_block_and_unblock(page_of: Windows, scene: Scene) -> None:
    scene.world.start(scene.ann)
    page = await page_of(scene.ann, DESK, chat=scene.ann)
    await lab(page)
    await page.get_by_test_id("lab-block").click()
    await page.keyboard.press("Escape")
    await page.get_by_test_id("unblock").click()
    await expect(page.get_by_test_id("compose")).to_be_visible()


async def test_an_administrator_speaks_anonymously(page_of: Windows, scene: Scene) -> None:
    page = await page_of(scene.ann, DESK, chat=scene.group)
    await lab(page)
    await page.get_by_test_id("lab-anonymous").check()
    await page.keyboard.press("Escape")
    await page.get_by_test_id("compose").fill("以群的名义")
    await page.get_by_test_id("send").click()
    await expect(page.get_by_test_id("message-author")).to_contain_text("刘寨共建联盟")
    assert "sender_chat" in scene.world.messages(scene.group)[-1]


async def test_a_group_becomes_a_supergroup_under_our_eyes(page_of: Windows, scene: Scene) -> None:
    members = [scene.ann, scene.ben]
    small = scene.world.add_group("小群", members=members, administrators=[scene.ann], type="group")
    page = await page_of(scene.ann, DESK, chat=small.id)
    await lab(page)
    await page.get_by_test_id("lab-upgrade").click()
    await expect(page.get_by_test_id("lab")).to_have_count(0)
    await expect(page.get_by_test_id("chat-name")).to_have_text("小群")
    await page.get_by_test_id("compose").fill("还在")
    await page.get_by_test_id("send").click()
    await expect(page.get_by_test_id("message-text").last).to_have_text("还在")


async def test_joining_by_link(page_of: Windows, scene: Scene) -> None:
    link = scene.bot("createChatInviteLink", chat_id=scene.group)
    stranger = scene.world.add_person("外面的人")
    page = await page_of(stranger.id, DESK)
    await expect(page.get_by_test_id("chat")).to_have_count(1)
    await lab(page)
    await page.get_by_test_id("lab-link").fill(str(link["invite_link"]))
    await page.get_by_test_id("link-form-submit").click()
    await expect(page.get_by_test_id("chat-name")).to_have_text("刘寨共建联盟")
    await expect(page.get_by_test_id("service").last).to_contain_text("外面的人进群了")


async def test_a_broken_line_is_said_and_mended(page_of: Windows, scene: Scene) -> None:
    page = await page_of(scene.ann)
    await page.route("**/sim/events*", lambda route: route.abort())
    await page.reload()
    await expect(page.get_by_test_id("offline")).to_be_visible()
    scene.says("断线时说的")
    await page.unroute("**/sim/events*")
    await expect(page.get_by_test_id("chat").first).to_contain_text("断线时说的")
    await expect(page.get_by_test_id("offline")).to_be_hidden()
    page_of.errors.clear()  # the browser itself notes the broken lines
