"""What is private is seen by those whom it concerns, however somebody else asks and presses."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

import pytest

from bot.manners import MOST, WINDOW_SECONDS
from commands import FEATURES
from tests.conversations.alliance import Alliance
from tests.conversations.test_inline import asked
from tests.vocabulary import Person
from tests.vocabulary.reading import Message, buttons, labels, words

pytestmark = pytest.mark.slow

DRAFT = "草稿里的话还没发"
CANDIDATE = "想当联络员的赵某"
PHONE = "13900001234"
HEARD, PROMISED = "有人担心停车涨价", "和物业私下谈一次"
SECRETS = (DRAFT, CANDIDATE, PHONE, HEARD, PROMISED)
"""What only some may read in private, and nobody in a group."""
FOR_STAFF = (CANDIDATE, PHONE, HEARD, PROMISED)
"""What every member of staff may; a draft is its writer's."""
CURIOUS = ("张阿姨", "老周")
"""A member, and the liaison of another organisation."""
ARGUMENTS = ("", "1", "兴隆社区", "草稿", "赵某", "停车")


@dataclass
class Walk:
    """Somebody who asks everything in one chat, and presses every button that comes, once."""

    alliance: Alliance
    person: Person
    told: list[str] = field(default_factory=list)
    """What the toasts said."""
    _pressed: set[str] = field(default_factory=set)
    _asked: int = 0

    async def asks(self, commands: Iterable[str]) -> None:
        for command in commands:
            self._take_time()
            await self.person.says(command)
            await self.person.is_quiet(WINDOW_SECONDS)
            for message, data in list(self._open()):
                self._take_time()
                self._pressed.add(data)
                self.told.append(await self._press(data, message))

    def read(self) -> list[str]:
        """All that the bot has said here by now."""
        bot, world = self.alliance.world.bot.id, self.alliance.world
        said = [one for one in world.messages(self.person.chat) if one["from"]["id"] == bot]
        return [*self.told, *(text for one in said for text in (words(one), *labels(one)))]

    async def _press(self, data: str, message: int) -> str:
        """Gives the toast's words, for which a full group lets one wait."""
        world = self.alliance.world
        query = world.press(self.person.id, self.person.chat, message, data)
        for _ in range(MOST):
            await self.person.is_quiet(WINDOW_SECONDS)
            if (answer := world.answer(query)) is not None:
                return str(answer["text"])
        raise AssertionError(data)

    def _open(self) -> Iterator[tuple[int, str]]:
        for message in self.alliance.world.messages(self.person.chat)[-5:]:
            for data in _data(message):
                if data not in self._pressed:
                    yield message["message_id"], data

    def _take_time(self) -> None:
        """Slowly enough to be heard, and for a group's pace of 20 messages a minute."""
        self._asked += 1
        if self._asked % (MOST // 2) == 0:
            self.alliance.clock.advance(WINDOW_SECONDS)


def _data(message: Message) -> Iterator[str]:
    return (
        one["callback_data"] for row in buttons(message) for one in row if "callback_data" in one
    )


def commands() -> list[str]:
    """Every command with everything that may stand behind it."""
    names = [command.name for feature in FEATURES for command in feature.commands]
    return [f"/{name} {argument}".strip() for name in names for argument in ARGUMENTS]


async def told(alliance: Alliance) -> None:
    """What only some may know is there."""
    wang = alliance["王主任"].in_private()
    await wang.says(f"/notice {DRAFT}")
    await wang.sees("（尚未发布）")
    stranger = alliance.world.add_person(CANDIDATE, language_code="zh-hans")
    zhao = Person(alliance.world, alliance.clock, stranger.id, stranger.id)
    await zhao.says("/join 兴隆社区")
    await wang.sees(CANDIDATE)
    chen = alliance["陈姐"].in_private()
    await chen.says(f"/phone {PHONE}")
    await chen.presses("同意")
    await wang.says(f"/走访 兴隆社区 8月10日 {HEARD}；承诺 9月1日前{PROMISED}")
    await wang.sees(PROMISED)


async def test_nobody_reads_what_is_not_theirs(alliance: Alliance) -> None:
    await told(alliance)
    for name in CURIOUS:
        for person in (alliance[name].in_private(), alliance[name]):
            walk = Walk(alliance, person)
            await walk.asks(commands())
            for secret in SECRETS:
                found = [text for text in walk.read() if secret in text]
                assert not found, (name, person.chat, found)


async def test_staff_read_it_by_the_same_questions(alliance: Alliance) -> None:
    await told(alliance)
    walk = Walk(alliance, alliance["小李"].in_private())
    await walk.asks(commands())
    for secret in FOR_STAFF:
        assert any(secret in text for text in walk.read()), secret


async def test_not_even_staff_show_it_to_the_group(alliance: Alliance) -> None:
    await told(alliance)
    walk = Walk(alliance, alliance["小李"])
    await walk.asks(commands())
    for secret in SECRETS:
        assert not [text for text in walk.read() if secret in text]


async def test_not_even_staff_find_it_in_other_chats(alliance: Alliance) -> None:
    await told(alliance)
    for name in ("小李", "王主任", "张阿姨"):
        for asked_for in (*SECRETS, *(secret[:2] for secret in SECRETS)):
            found = await asked(alliance, alliance[name].id, asked_for)
            assert not [secret for secret in SECRETS if secret in str(found["results"])]
