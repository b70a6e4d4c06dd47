"""The service map: points are written, found near somebody, kept up, and asked about."""

from tests.conversations.alliance import Alliance
from tests.vocabulary import Person
from tests.vocabulary.reading import Message

DAY = 24 * 3600.0
HERE = 34.8, 113.65
"""Thursday, 20 August, noon in Zhengzhou: the clock of these conversations."""


async def writes(
    person: Person, *, name: str, kind: str, place: tuple[float, float], hours: str
) -> Message:
    """A new point, step by step, with its place sent from the map; it is not kept yet."""
    await person.says("/服务点")
    await person.presses("新增服务点")
    card = await person.sees("新增服务点：兴隆社区")
    ask = await person.sees("服务点叫什么名字")
    await person.says(name, reply_to=ask["message_id"])
    await person.presses(kind, on=card)
    await person.presses("社区级", on=card)
    ask = await person.sees("地址在哪里")
    await person.says("兴隆街1号", reply_to=ask["message_id"])
    ask = await person.sees("在地图上的哪里")
    await person.shares_place(*place, reply_to=ask["message_id"])
    ask = await person.sees("什么时候开放")
    await person.says(hours, reply_to=ask["message_id"])
    ask = await person.sees("哪个办公电话")
    await person.says("0371-60001234", reply_to=ask["message_id"])
    ask = await person.sees("居民在这里能办什么")
    await person.says("量血压、理发", reply_to=ask["message_id"])
    return card


async def test_a_point_is_written_found_near_and_its_hours_are_told(alliance: Alliance) -> None:
    chen, zhang = alliance["陈姐"].in_private(), alliance["张阿姨"].in_private()
    hours = "周一至周五 9:00-12:00 14:00-17:30；周六上午"
    card = await writes(
        chen, name="兴隆卫生站", kind="卫生健康", place=(34.801, 113.65), hours=hours
    )
    await alliance.shows(chen, card, "👇 都对吗？")
    await chen.presses("保存", on=card)
    await alliance.shows(chen, card, "已放上服务地图")
    await zhang.says("/附近")
    await zhang.sees("点输入框下面的按钮发送您的位置")
    await zhang.shares_place(*HERE)
    near = await zhang.sees("步行 15 分钟以内：1 个")
    await zhang.presses("1", on=near)
    await zhang.sees("兴隆卫生站")
