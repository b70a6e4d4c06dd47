"""The "/" menu is what the person may, in the person's language, and follows the roles."""

from tests.conversations.alliance import LIAISONS, STAFF, Alliance

DELIVERIES = "查看可能没送到的消息，以及私聊联系不上的人"


async def test_everybody_has_the_menu_of_the_role(new_alliance: Alliance) -> None:
    await new_alliance.menu_has("王主任", "notice", "发通知；后面写编号可查看某一条")
    await new_alliance.menu_has("陈姐", "report", "登记活动：发照片时，把它写在照片说明的开头")
    assert "deliveries" not in new_alliance.menu("陈姐")
    assert "pending" in new_alliance.menu("陈姐")
    assert "pending" not in new_alliance.menu("张阿姨")
    assert "report" not in new_alliance.menu("张阿姨")
    assert "orgs" in new_alliance.menu("张阿姨")


async def test_menus_speak_the_persons_language(new_alliance: Alliance) -> None:
    await new_alliance.menu_has("Emma", "orgs", "Organisations of the alliance, by category")


async def test_a_new_role_brings_its_menu_and_takes_it_along(alliance: Alliance) -> None:
    wang, zhang = alliance["王主任"], alliance["张阿姨"]
    said = await zhang.says("大家好")
    await wang.says("/staff", reply_to=said)
    await alliance.menu_has("张阿姨", "deliveries", DELIVERIES)
    wang = wang.in_private()
    await wang.says("/staff")
    await wang.presses("移除 张阿姨")
    await wang.presses("移除")
    await alliance.menu_lacks("张阿姨", "deliveries")


async def test_a_restart_sets_no_menu_again(new_alliance: Alliance) -> None:
    everybody_twice, two_languages = 2, 2
    menus = two_languages * (everybody_twice + len(STAFF) + len(LIAISONS))
    await new_alliance.until(lambda: new_alliance.asked("setMyCommands") == menus)
    await new_alliance["王主任"].is_quiet()
    await new_alliance.restart()
    await new_alliance["王主任"].is_quiet()
    assert new_alliance.asked("setMyCommands") == menus
