"""People who read English, in an alliance of a Chinese group."""

import re

from commands.organisations.rules import decode, read_csv
from tests.conversations.alliance import GROUP, REGISTER, Alliance
from tests.vocabulary import Person
from tests.vocabulary.reading import labels, words

CHINESE = re.compile(r"[\u3000-\u303f\u3400-\u9fff\uff01\uff08\uff09\uff0c\uff1a\uff1b\uff1f]")
"""Characters, and the marks between them."""
TEXT = "Typhoon on Friday: please secure your windows"
ASKED_BEFORE = "您想用哪种语言？"
UNIT = "军干四所"
"""Emma answers for it."""


async def speaks_english(alliance: Alliance, name: str) -> Person:
    """Somebody who opened the private chat and chose English there."""
    person = alliance[name].in_private()
    await person.says("/language")
    await person.is_quiet()
    await person.presses("English")
    await person.sees("I speak English with you from now on.")
    return person


async def emma_and_li(alliance: Alliance) -> tuple[Person, Person]:
    """A liaison and one of the staff, both in private."""
    emma, li = await speaks_english(alliance, "Emma"), await speaks_english(alliance, "小李")
    hello = await alliance["Emma"].says("hello")
    await alliance["王主任"].says(f"/liaison {UNIT}", reply_to=hello)
    await alliance["王主任"].sees(f"Emma 现在是{UNIT}的联络员了")
    return emma, li


def foreign(alliance: Alliance, person: Person, *toasts: str) -> list[str]:
    """What the bot says to somebody, and these toasts, that is neither English nor a name."""
    bot = alliance.world.bot.id
    since = [one for one in alliance.world.messages(person.id) if one["from"]["id"] == bot]
    first = next(n for n, one in enumerate(since) if "I speak English" in words(one))
    said = [text for one in since[first:] for text in (*words(one).splitlines(), *labels(one))]
    found = [text for text in (*said, *toasts) if text != ASKED_BEFORE]
    return [text for text in found if CHINESE.search(_without_names(alliance, text))]


def _without_names(alliance: Alliance, text: str) -> str:
    rows = read_csv(decode(REGISTER.read_bytes())).rows
    names = {GROUP, "中文", *alliance.everybody}
    names |= {name for row in rows for name in (row.name, row.short_name)}
    for name in sorted(names, key=len, reverse=True):
        text = text.replace(name, "")
    return text
