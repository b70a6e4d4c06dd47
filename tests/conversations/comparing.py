"""People act in the alliance and in the model alike: they have to see what the model says."""

import logging
import re
from collections.abc import Sequence
from contextlib import AsyncExitStack
from pathlib import Path
from typing import TypeVar

from commands.organisations.rules import decode, read_csv
from simulator.http import serve
from simulator.world import World
from tests.conversations.alliance import GROUP, LIAISONS, REGISTER, STAFF, Alliance
from tests.conversations.deciding import ONLY_STAFF, Deciding
from tests.conversations.model import Model, Notice
from tests.spec.check import Checked
from tests.vocabulary import ManualClock, Person
from tests.vocabulary.reading import Message, buttons, words

T = TypeVar("T")
SECOND_GROUP = "兴隆片区群"
PEOPLE = (*STAFF, *LIAISONS, "张阿姨")
FEW = 3
ONLY_LIAISONS = "只有联络员和工作人员可以这样做"
A_WHILE = 10.0
"""Nobody is so quick that the bot takes it for a flood; and a card waits no longer."""
MISSING = re.compile(r"• ([^\s（]+)：(.+)")
OWED = re.compile(r"^(\d+) .+\n　(?!⏰)(.+)$", re.MULTILINE)
DIFFICULT = re.compile(r"• (\S+)（(\S+)）：(.+)")


def picked(things: Sequence[T], number: int) -> T:
    """One of them, by any number."""
    return things[number % len(things)]


class Errors(logging.Handler):
    """What the log says of faults."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage())


class Comparing:
    """An alliance with two groups, and what it should know."""

    def __init__(self, folder: Path) -> None:
        self.clock = ManualClock()
        self.errors = Errors()
        self.model = Model(_asked(), set(STAFF), {one: set(own) for one, own in LIAISONS.items()})
        self._folder = folder
        self._stack = AsyncExitStack()

    async def begin(self) -> None:
        """The simulator and the bot are at work until `end`."""
        simulator = await self._stack.enter_async_context(serve(World(self.clock.now)))
        self.checked = Checked(simulator)
        self.alliance = Alliance(simulator, self.clock, self._folder)
        await self.alliance.gather()
        self._stack.push_async_callback(self.alliance.stop)
        logging.getLogger().addHandler(self.errors)
        self._stack.callback(logging.getLogger().removeHandler, self.errors)
        world, wang = self.alliance.world, self.alliance["王主任"]
        members = [one.id for one in self.alliance.everybody.values()]
        second = world.add_group(SECOND_GROUP, members, [wang.id], bot="absent")
        world.add_bot(wang.id, second.id, administrator=True)
        self.groups = {GROUP: self.alliance.group, SECOND_GROUP: second.id}
        for chat in self.groups.values():
            await wang.in_group(chat).sees("共建联盟的小助手")
        for name in PEOPLE:
            await self.alliance[name].starts()
            await self.alliance[name].in_private().answered()
        self.drafts = Deciding(self.alliance, self.model, tuple(self.groups.values()))

    async def end(self) -> None:
        await self._stack.aclose()

    async def answer(self, name: str, notice: Notice, given: str) -> None:
        person = self.alliance[name].in_group(notice.group)
        toast = await person.forges(self._key(notice, given), notice.card)
        assert ("已读，谢谢" in toast) == (not self.model.speaks_for(name)), toast
        changed = self.model.answer(name, notice, given)
        assert all(one in toast for one in changed), toast

    async def answer_while_it_restarts(self, names: set[str], notice: Notice, given: str) -> None:
        """Nobody waits for a toast: the bot is told to end at once."""
        data = self._key(notice, given)
        for name in sorted(names):
            self.alliance.world.press(self.alliance[name].id, notice.group, notice.card, data)
            self.model.answer(name, notice, given)
        await self.alliance.restart()

    def _key(self, notice: Notice, label: str) -> str:
        rows = buttons(self.alliance.world.message(notice.group, notice.card))
        keys = {one["text"]: str(one.get("callback_data")) for row in rows for one in row}
        return keys[label]

    async def explain(self, name: str, notice: Notice, reason: str) -> None:
        person = self.alliance[name].in_group(notice.group)
        await person.says(reason, reply_to=notice.card)
        if self.model.explain(name, notice, reason):
            assert "已记下" in await person.answered()
        else:
            await person.is_quiet(within=0)

    async def point_out(self, asker: str, name: str, command: str) -> bool:
        """A command as a reply to somebody; True: it was done."""
        message = await self.alliance[name].says("大家好")
        await self.alliance[asker].says(command, reply_to=message)
        answer = await self.alliance[asker].answered()
        assert (ONLY_STAFF in answer) == (asker not in self.model.staff), answer
        return asker in self.model.staff

    async def remove(self, asker: str, name: str, command: str) -> None:
        """Staff remove somebody by the buttons that a command shows."""
        person = self.alliance[asker].in_private()
        await person.says(command)
        shown = await self._newest(person)
        await person.presses(f"移除 {name}", on=shown)
        await person.presses("确定移除", on=shown)
        await self.alliance.until(lambda: f"{name} 不再是" in person.reads(shown))

    async def ask_who_is_missing(self, name: str, notice: Notice) -> None:
        """In private: staff see everybody's name, a liaison what is still owed."""
        person = self.alliance[name].in_private()
        await person.says(f"/pending {notice.number}")
        text = await person.answered()
        if name not in self.model.staff:
            self._compare_owed(name, text)
            return
        missing = {one: set(by.split("、")) for one, by in MISSING.findall(text)}
        expected = self.model.missing(notice)
        assert missing == {one: by or {"尚无联络员"} for one, by in expected.items()}, text
        difficult = {one: reason for one, _, reason in DIFFICULT.findall(text)}
        reasons = self.model.difficulties(notice)
        assert difficult == {one: why or "还没说明原因" for one, why in reasons.items()}, text

    def _compare_owed(self, name: str, text: str) -> None:
        """Every notice that a liaison owes is listed, with a few of the organisations that lack."""
        shown = {int(number): set(own.split("、")) for number, own in OWED.findall(text)}
        owed = self.model.owed(name)
        assert shown.keys() == owed.keys(), text
        for number, own in shown.items():
            assert own <= owed[number], text
            assert len(own) == min(len(owed[number]), FEW), text
        assert (ONLY_LIAISONS in text) == (not self.model.speaks_for(name)), text

    async def look_at_cards(self) -> None:
        """Each sent notice has one card, in its group, with the figures of the model."""
        self.clock.advance(A_WHILE)
        await self.drafts.look_at_previews()
        for notice in self.model.sent:
            await self._look_at(notice)
        assert [len(self._cards(chat)) for chat in self.groups.values()] == [
            sum(one.group == chat for one in self.model.sent) for chat in self.groups.values()
        ]
        assert not self.errors.lines
        assert not self.checked.problems

    async def _look_at(self, notice: Notice) -> None:
        if not notice.card:
            notice.card = await self._posted(notice)

        def shown() -> str:
            return words(self.alliance.world.message(notice.group, notice.card))

        assert notice.text in shown()
        figures = f" {len(notice.answers)}/{len(self.model.organisations)}"
        difficulties = len(self.model.difficulties(notice))
        warned = f"⚠️ {difficulties} 家单位有困难"

        def is_right() -> bool:
            return figures in shown() and (
                warned in shown() if difficulties else "⚠️" not in shown()
            )

        await self.alliance.until(is_right)

    async def _posted(self, notice: Notice) -> int:
        """Waits for the pin too: Telegram shows it as a message, which would pass for an answer."""
        wang, world = self.alliance["王主任"].in_group(notice.group), self.alliance.world
        card: int = (await wang.sees(f"📢 通知 {notice.number} 号"))["message_id"]
        await self.alliance.until(lambda: card in world.pinned(notice.group))
        return card

    def _cards(self, chat: int) -> list[Message]:
        return [one for one in self.alliance.world.messages(chat) if "发布人" in words(one)]

    async def _newest(self, person: Person) -> Message:
        await person.answered()
        return self.alliance.world.messages(person.chat)[-1]


def _asked() -> frozenset[str]:
    rows = read_csv(decode(REGISTER.read_bytes())).rows
    return frozenset(row.short_name for row in rows if row.category != "street")
