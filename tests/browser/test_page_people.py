"""Who looks: choosing, several at once, what is unread."""

import pytest
from playwright.async_api import expect

from tests.browser.windows import Scene, Windows

pytestmark = [pytest.mark.browser, pytest.mark.slow]


async def test_nobody_yet_chooses_first(page_of: Windows, scene: Scene) -> None:
    page = await page_of(None)
    await page.locator(f'[data-testid=person][data-person="{scene.ben}"]').click()
    await page.wait_for_selector("[data-ready]")
    await expect(page.get_by_test_id("who")).to_contain_text("王小明")
    await expect(page.get_by_test_id("chat")).to_have_count(2)


async def test_a_new_person_from_the_page(page_of: Windows, scene: Scene) -> None:
    page = await page_of(scene.ann)
    await page.get_by_test_id("who").click()
    picker = page.get_by_test_id("picker")
    await expect(picker).to_contain_text("刘寨共建联盟（管理员）")
    await picker.get_by_test_id("person-new").click()
    await picker.get_by_test_id("person-first").fill("新邻居")
    await picker.get_by_test_id("person-form-submit").click()
    await expect(page.get_by_test_id("who")).to_contain_text("新邻居")
    await expect(page.get_by_test_id("chat")).to_have_count(1)


async def test_several_people_see_the_same_at_once(page_of: Windows, scene: Scene) -> None:
    ann = await page_of(scene.ann, chat=scene.group)
    ben = await page_of(scene.ben, 1280, chat=scene.group)
    await ann.get_by_test_id("compose").fill("看得见吗？")
    await ann.get_by_test_id("send").click()
    await expect(ben.get_by_test_id("message-text")).to_have_text("看得见吗？")
    await expect(ben.get_by_test_id("message-author")).to_have_text("安然")
    await ben.get_by_test_id("compose").fill("看得见")
    await ben.get_by_test_id("send").click()
    await expect(ann.get_by_test_id("message-text").last).to_have_text("看得见")


async def test_what_is_unread_has_a_dot(page_of: Windows, scene: Scene) -> None:
    page = await page_of(scene.ann)
    await expect(page.get_by_test_id("chat").first).to_be_visible()
    scene.says("一")
    scene.says("二")
    row = page.locator(f'[data-testid=chat][data-chat="{scene.group}"]')
    await expect(row).to_contain_text("共建：二")
    await expect(row.get_by_test_id("unread")).to_have_text("2")
    await row.click()
    await page.get_by_test_id("back").click()
    await expect(row.get_by_test_id("unread")).to_have_count(0)


async def test_a_phone_shows_one_pane_and_a_desk_two(page_of: Windows, scene: Scene) -> None:
    phone = await page_of(scene.ann)
    await expect(phone.get_by_test_id("compose")).to_be_hidden()
    await phone.get_by_test_id("chat").first.click()
    await expect(phone.get_by_test_id("chats")).to_be_hidden()
    await phone.get_by_test_id("back").click()
    await expect(phone.get_by_test_id("chats")).to_be_visible()
    desk = await page_of(scene.ann, 1280)
    await expect(desk.get_by_test_id("chats")).to_be_visible()
    await expect(desk.get_by_test_id("messages")).to_be_visible()


async def test_the_bot_is_typing(page_of: Windows, scene: Scene) -> None:
    page = await page_of(scene.ann, chat=scene.group)
    scene.bot("sendChatAction", chat_id=scene.group, action="typing")
    await expect(page.get_by_test_id("chat-title")).to_contain_text("共建正在输入")
    scene.says("好了")
    await expect(page.get_by_test_id("chat-title")).to_contain_text("位成员")


async def test_a_person_who_is_not_there_leads_to_the_choice(
    page_of: Windows, scene: Scene
) -> None:
    page = await page_of(scene.ann)
    await page.goto(page.url.replace(str(scene.ann), "999999"))
    await expect(page.get_by_test_id("welcome")).to_be_visible()
    page_of.errors.clear()  # the browser itself notes the refused requests


async def test_topics_of_a_forum(page_of: Windows, scene: Scene) -> None:
    forum = scene.world.add_group(
        "论坛", members=[scene.ann], administrators=[scene.ann], forum=True, bot="administrator"
    )
    topic = scene.bot("createForumTopic", chat_id=forum.id, name="通知")["message_thread_id"]
    scene.says("话题里的", chat=forum.id, message_thread_id=topic)
    scene.says("综合里的", chat=forum.id)
    page = await page_of(scene.ann, chat=forum.id)
    texts = page.get_by_test_id("message-text")
    await expect(texts).to_have_text(["话题里的", "综合里的"])
    await page.get_by_test_id("topic").filter(has_text="通知").click()
    await expect(texts).to_have_text(["话题里的"])
    await page.get_by_test_id("compose").fill("收到")
    await page.get_by_test_id("send").click()
    await expect(texts).to_have_text(["话题里的", "收到"])
    assert scene.world.messages(forum.id)[-1]["message_thread_id"] == topic
