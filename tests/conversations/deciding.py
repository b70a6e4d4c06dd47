"""Drafts in the alliance and in the model alike: composed, decided once, taken back in time."""

import asyncio
from collections.abc import Collection
from dataclasses import dataclass

from tests.conversations.alliance import Alliance
from tests.conversations.model import DISCARD, Model, Notice
from tests.vocabulary.reading import Message, buttons

SENDS, DISCARDS, TAKES_BACK = "notices.send", "notices.discard", "notices.unsend"
ONLY_STAFF = "只有街道工作人员可以这样做"
HOLD = 10.0
"""So many seconds a notice that was sent can be taken back."""


@dataclass(frozen=True)
class Deciding:
    """What people do with drafts, and what should come of it."""

    alliance: Alliance
    model: Model
    groups: Collection[int]

    async def compose(self, name: str, group: int | None) -> None:
        """In a group, or in private."""
        person = self.alliance[name].in_group(group) if group else self.alliance[name].in_private()
        text = f"请确认第{len(self.model.notices)}件事。"
        await person.says(f"/notice {text}")
        if name not in self.model.staff:
            assert ONLY_STAFF in await person.answered()
            return
        preview = await person.sees(f"（尚未发布）\n\n{text}")
        (draft_id,) = {int(data.split(":")[1]) for data in deciding(preview)}
        groups = (group,) if group else tuple(self.groups)
        notice = Notice(draft_id, text, person.chat, preview["message_id"], groups)
        self.model.notices.append(notice)

    async def decide(self, name: str, notice: Notice, decision: int) -> None:
        """Somebody presses a button of a preview, perhaps an old one."""
        name, began = self._before(notice, name), self.alliance.clock.now()
        toast = await self._presses(name, notice, pressed(notice, decision))
        if name in self.model.staff:
            self._take(notice, decision, toast, began)
        else:
            assert ONLY_STAFF in toast

    async def decide_at_once(
        self, names: tuple[str, str], notice: Notice, decisions: tuple[int, int]
    ) -> None:
        """Two staff press at the same time; the first who was heard decides."""
        names = (self._before(notice, names[0]), self._before(notice, names[1]))
        if not self.model.staff.issuperset(names):
            return
        began = self.alliance.clock.now()
        pressing = (
            self._presses(one, notice, pressed(notice, decision))
            for one, decision in zip(names, decisions, strict=True)
        )
        toasts = await asyncio.gather(*pressing)
        decided = zip(decisions, toasts, strict=True)
        for decision, toast in sorted(decided, key=lambda one: "已经" in one[1]):
            self._take(notice, decision, toast, began)

    async def take_back(self, name: str, notice: Notice) -> None:
        """Somebody presses Undo: in time, or too late, or there is nothing to take back."""
        name, began = self._before(notice, name), self.alliance.clock.now()
        toast = await self._presses(name, notice, f"{TAKES_BACK}:{notice.id}")
        surely, perhaps = notice.held
        if name not in self.model.staff:
            assert ONLY_STAFF in toast
        elif "已撤销" in toast:
            assert notice.number, toast
            assert began < perhaps, "it was too late"
            self.model.take_back(notice)
        else:
            assert ("来不及撤销了" in toast) == (notice.number > 0), toast
            assert not notice.number or self.alliance.clock.now() >= surely, toast

    async def look_at_previews(self) -> None:
        """Each preview bears the buttons that decide, as long as there is something to decide."""
        for notice in self.model.notices:
            await self._look_at(notice)

    async def _look_at(self, notice: Notice) -> None:
        expected: set[str] = set()
        if not notice.is_decided:
            expected = {pressed(notice, one) for one in notice.offered}
        world = self.alliance.world
        await self.alliance.until(
            lambda: deciding(world.message(notice.composed_in, notice.preview)) == expected
        )

    def _before(self, notice: Notice, name: str) -> str:
        """Who presses: in a private chat nobody else can."""
        owners = (
            name for name, one in self.alliance.everybody.items() if one.id == notice.composed_in
        )
        return next(owners, name)

    async def _presses(self, name: str, notice: Notice, data: str) -> str:
        return await self.alliance[name].in_group(notice.composed_in).forges(data, notice.preview)

    def _take(self, notice: Notice, decision: int, toast: str, began: float) -> None:
        if decision == DISCARD:
            assert ("已取消，没有发布" in toast) == self.model.discard(notice), toast
            return
        is_sent = self.model.send(notice, decision)
        assert ("正在发到群里" in toast) == is_sent, toast
        if is_sent:
            assert f"通知 {notice.number} 号" in toast, toast
            notice.held = began + HOLD, self.alliance.clock.now() + HOLD


def pressed(notice: Notice, decision: int) -> str:
    """The data of the button that decides so."""
    if decision == DISCARD:
        return f"{DISCARDS}:{notice.id}"
    return f"{SENDS}:{notice.id}:{decision}"


def deciding(preview: Message) -> set[str]:
    """The data of its buttons that decide; a preview has many others."""
    data = (str(one.get("callback_data", "")) for row in buttons(preview) for one in row)
    return {one for one in data if one.split(":")[0] in {SENDS, DISCARDS}}
