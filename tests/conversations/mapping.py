"""Liaisons who write service points."""

from tests.vocabulary import Person
from tests.vocabulary.reading import Message

HERE = 34.8, 113.65
NOON_BREAK = "周一至周五 9:00-12:00 14:00-17:30；周六上午"


async def begins(person: Person, name: str) -> Message:
    """A new point with its name; gives its card."""
    await person.says("/服务点")
    await person.presses("新增服务点")
    await person.is_quiet()
    card = await person.sees("🆕 新增服务点")
    ask = await person.sees("服务点叫什么名字")
    await person.says(name, reply_to=ask["message_id"])
    return card


async def writes(person: Person, name: str, place: tuple[float, float], hours: str) -> Message:
    """A new point, step by step and without replying, its place sent from the map; it is kept."""
    card = await begins(person, name)
    await person.presses("卫生健康", on=card)
    await person.presses("社区级", on=card)
    await person.is_quiet()
    await person.says("兴隆街1号")
    await person.is_quiet()
    await person.shares_place(*place)
    await person.is_quiet()
    await person.says(hours)
    await person.is_quiet()
    await person.presses("跳过", on=card)
    await person.is_quiet()
    await person.presses("跳过", on=card)
    await person.presses("✅ 保存", on=card)
    await person.is_quiet()
    assert "已放上服务地图" in person.reads(card)
    return card
