"""Somebody with a role leaves the group, or is removed: staff decide what follows."""

import pytest

from tests.conversations.alliance import Alliance

pytestmark = pytest.mark.slow  # beside the main stories, which `make test` tells


async def test_staff_hear_who_left_and_decide(alliance: Alliance) -> None:
    world, group = alliance.world, alliance.group
    wang, li = alliance["王主任"].in_private(), alliance["小李"].in_private()
    await wang.starts()
    await li.says("/language")
    await li.presses("English")
    world.leave(alliance["张阿姨"].id, group)
    await wang.sees_no("退出了群")
    world.leave(alliance["刘敏"].id, group)
    told = await wang.sees("刘敏 退出了群「刘寨共建联盟」")
    assert "刘敏 是这些单位的联络员：同乐社区、郑州联通" in wang.reads(told)
    assert wang.buttons(told) == [
        "不再担任联络员",
        "保留身份",
        "另请一位：同乐社区",
        "另请一位：郑州联通",
    ]
    english = await li.sees("刘敏 left the group")
    await li.sees("The role stays until you decide.")
    liu = alliance["刘敏"].in_private()
    await liu.says("/whoami")
    await liu.sees("身份：联络员")
    for forged in ("people.departed_keep:1", "people.departed_remove:1:1"):
        assert "只有街道工作人员" in await liu.forges(forged, 1)
    await wang.presses("不再担任联络员", on=told)
    await wang.sees("确定不再让 刘敏 担任同乐社区、郑州联通的联络员吗？")
    await wang.presses("确定移除")
    await alliance.shows(li, english, "王主任 took the role back.")
    assert "decided before" in await li.forges("people.departed_keep:1", english["message_id"])
    await liu.says("/whoami")
    await liu.sees("身份：访客")
    await wang.presses("另请一位：同乐社区", on=told)
    await wang.sees("街道邀请您担任")


async def test_who_was_removed_and_comes_back_keeps_the_role(alliance: Alliance) -> None:
    world, group = alliance.world, alliance.group
    wang = alliance["王主任"].in_private()
    await wang.says("/whoami")
    await wang.sees("私聊：已打开")
    world.remove(alliance["王主任"].id, alliance["陈姐"].id, group)
    told = await wang.sees("陈姐 退出了群")
    world.join(alliance["陈姐"].id, group)
    await alliance.shows(wang, told, "已经回到群里，身份不变")
    assert wang.buttons(told) == []
    world.leave(alliance["小李"].id, group)
    staff = await wang.sees("小李 是街道工作人员")
    assert wang.buttons(staff) == ["保留身份", "查看工作人员"]
    await wang.presses("保留身份", on=staff)
    await alliance.shows(wang, staff, "王主任决定保留身份")
