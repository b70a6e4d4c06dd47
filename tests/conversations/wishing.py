"""How a wish gets into the group, and from there into somebody's private chat."""

from tests.conversations.alliance import Alliance
from tests.vocabulary import Person
from tests.vocabulary.reading import Message

PLACE = "兴隆社区服务大厅，找值班台"


async def put_up(alliance: Alliance, who: Person, line: str, details: str = PLACE) -> Message:
    """A wish of 兴隆社区 in the group, by its liaison."""
    await who.says(line)
    await who.sees("送到哪里、找谁？")
    await who.says(details)
    own = await who.sees("👀 群里会这样显示：")
    assert "已发到群里" in await who.presses("✅ 发到群里", on=own)
    await alliance.until(lambda: "群里会这样显示" not in who.reads(own))
    return own


async def follows(person: Person, message: Message) -> None:
    """Goes from the group's card into the private chat."""
    await person.presses("🙋 我来认领", on=message)
