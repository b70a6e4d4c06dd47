"""How people say something, and staff pass it on, as a test speaks of it."""

from tests.conversations.alliance import Alliance
from tests.vocabulary import Person
from tests.vocabulary.reading import Message

QUARTER = 16 * 60.0
DAY = 24 * 3600.0
HANDLERS = ("王主任", "陈姐", "小陈")


async def open_private_chats(alliance: Alliance, *names: str) -> None:
    """These people have pressed Start."""
    for name in names or HANDLERS:
        await alliance[name].in_private().starts()
        await alliance[name].in_private().is_quiet()


async def say(person: Person, words: str, how: str = "不留姓名") -> Message:
    """Says it in one line, and hands it in; gives the message with the number."""
    await person.says(f"/我想说 {words}")
    await person.sees("留姓名，还是不留？")
    await person.presses(how)
    preview = await person.sees(f"您想说（{how}）")
    await person.presses("提交", on=preview)
    return await person.sees("已提交，编号")


async def pass_on(alliance: Alliance, number: int, organisation: str, whom: str = "") -> Message:
    """王主任 passes it on, to be answered in three working days; gives the card."""
    wang = alliance["王主任"].in_private()
    card = await wang.sees(f"诉求 {number} 号 · 📬 街道待转办", within=QUARTER)
    await wang.presses("转办", on=card)
    await wang.presses(organisation)
    if whom:
        await wang.presses(whom)
    ask = await wang.sees(f"诉求 {number} 号转给{organisation}。")
    await wang.presses("3 个工作日", on=ask)
    await alliance.shows(wang, card, "🏃 办理中")
    return card
