"""People act in the alliance and in the model alike: they have to see what the model says."""

import asyncio
import logging
import re
from contextlib import AsyncExitStack
from pathlib import Path
from typing import TypeVar

from commands.organisations.rules import decode, read_csv
from simulator.http import serve
from simulator.world import World
from tests.conversations.alliance import GROUP, LIAISONS, REGISTER, STAFF, Alliance
from tests.conversations.model import Model, Notice
from tests.spec.check import Checked
from tests.vocabulary import ManualClock, Person
from tests.vocabulary.reading import Message, buttons, words

T = TypeVar("T")
SECOND_GROUP = "兴隆片区群"
PEOPLE = (*STAFF, *LIAISONS, "张阿姨")
DISCARD = "取消"
ONLY_STAFF = "只有街道工作人员可以这样做"
A_WHILE = 10.0
"""Nobody is so quick that the bot takes it for a flood."""
MISSING = re.compile(r"• (\S+)：(.+)")
DIFFICULT = re.compile(r"• (\S+)（(\S+)）：(.+)")


def picked(things: list[T], number: int) -> T:
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

    async def end(self) -> None:
        await self._stack.aclose()

    async def compose(self, name: str, place: str) -> None:
        """In a group, or in private where there is no such group."""
        group = self.groups.get(place)
        person = self.alliance[name].in_group(group) if group else self.alliance[name].in_private()
        text = f"请确认第{len(self.model.notices)}件事。"
        await person.says(f"/notice {text}")
        if name not in self.model.staff:
            assert ONLY_STAFF in await person.answered()
            return
        preview = await person.sees(f"（尚未发布）\n\n{text}")
        keys = {one["text"]: one["callback_data"] for row in buttons(preview) for one in row}
        to = [title for title, chat in self.groups.items() if group in {None, chat}]
        assert set(keys) == {DISCARD, *(f"发布到「{title}」" for title in to)}
        self.model.notices.append(Notice(text, person.chat, preview["message_id"], keys))

    async def decide(self, name: str, notice: Notice, label: str) -> None:
        """Somebody presses a button of a preview, perhaps an old one."""
        name = self._before(notice, name)
        toast = await self._presses(name, notice, label)
        if name in self.model.staff:
            self._take(notice, label, toast)
        else:
            assert ONLY_STAFF in toast

    async def decide_at_once(
        self, names: tuple[str, str], notice: Notice, labels: tuple[str, str]
    ) -> None:
        """Two staff press at the same time; the first who was heard decides."""
        names = (self._before(notice, names[0]), self._before(notice, names[1]))
        if not self.model.staff.issuperset(names):
            return
        pressing = (
            self._presses(one, notice, label) for one, label in zip(names, labels, strict=True)
        )
        toasts = await asyncio.gather(*pressing)
        pressed = zip(labels, toasts, strict=True)
        for label, toast in sorted(pressed, key=lambda one: "已经" in one[1]):
            self._take(notice, label, toast)

    def _before(self, notice: Notice, name: str) -> str:
        """Who presses: in a private chat nobody else can."""
        owners = [one for one in PEOPLE if self.alliance[one].id == notice.composed_in]
        return owners[0] if owners else name

    async def _presses(self, name: str, notice: Notice, label: str) -> str:
        person = self.alliance[name].in_group(notice.composed_in)
        return await person.forges(notice.buttons[label], notice.preview)

    def _take(self, notice: Notice, label: str, toast: str) -> None:
        if label == DISCARD:
            assert ("已取消，没有发布" in toast) == self.model.discard(notice), toast
            return
        group = next(chat for title, chat in self.groups.items() if title in label)
        is_sent = self.model.send(notice, group)
        assert ("正在发到群里" in toast) == is_sent, toast
        assert not is_sent or f"通知 {notice.number} 号" in toast, toast

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
        first, *_ = buttons(self.alliance.world.message(notice.group, notice.card))
        return next(str(one["callback_data"]) for one in first if one["text"] == label)

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
        """In private, where everybody is named."""
        person = self.alliance[name].in_private()
        await person.says(f"/pending {notice.number}")
        text = await person.answered()
        if name not in self.model.staff:
            assert ONLY_STAFF in text
            return
        missing = {one: set(by.split("、")) for one, by in MISSING.findall(text)}
        expected = self.model.missing(notice)
        assert missing == {one: by or {"尚无联络员"} for one, by in expected.items()}, text
        difficult = {one: reason for one, _, reason in DIFFICULT.findall(text)}
        reasons = self.model.difficulties(notice)
        assert difficult == {one: why or "还没说明原因" for one, why in reasons.items()}, text

    async def look_at_cards(self) -> None:
        """Each sent notice has one card, in its group, with the figures of the model."""
        self.clock.advance(A_WHILE)
        for notice in self.model.sent:
            await self._look_at(notice)
        assert [len(self._cards(chat)) for chat in self.groups.values()] == [
            sum(one.group == chat for one in self.model.sent) for chat in self.groups.values()
        ]
        assert not self.errors.lines
        assert not self.checked.problems

    async def _look_at(self, notice: Notice) -> None:
        if not notice.card:
            card = (
                await self.alliance["王主任"]
                .in_group(notice.group)
                .sees(f"📢 通知 {notice.number} 号")
            )
            notice.card = card["message_id"]

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

    def _cards(self, chat: int) -> list[Message]:
        return [one for one in self.alliance.world.messages(chat) if "发布人" in words(one)]

    async def _newest(self, person: Person) -> Message:
        await person.answered()
        return self.alliance.world.messages(person.chat)[-1]


def _asked() -> frozenset[str]:
    rows = read_csv(decode(REGISTER.read_bytes())).rows
    return frozenset(row.short_name for row in rows if row.category != "street")
