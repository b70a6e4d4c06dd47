"""Limits on people: a flood of commands is answered once, then met with silence for a while."""

from collections import OrderedDict, deque
from collections.abc import Callable
from dataclasses import dataclass, field

from telegram import Update
from telegram.constants import ChatID

from bot.clock import Clock

MOST = 40
WINDOW_SECONDS = 60.0
"""So many commands, and so many presses, of one person in so many seconds are heard."""
REMEMBERED = 5000
"""Of so many updates the verdict is known, should they come again."""
FORGET_AT = 1000
"""With so many habits in memory, those who are quiet are forgotten."""


@dataclass
class _Habit:
    """When somebody wrote, or pressed, last, and whether that was too often."""

    at: "deque[float]" = field(default_factory=lambda: deque(maxlen=MOST + 1))
    is_warned: bool = False
    heard_at: float = 0.0


class Manners:
    """Decides in memory, before anything is written; the others notice nothing.

    What is written counts when it was sent, so an outage makes no flood of what waited for its end.
    A press bears no date: it counts when it is received. Silence ends when the window has room
    again. What was met with silence is not kept, and nothing said that it was.
    """

    def __init__(self, clock: Clock, is_for_us: Callable[[Update], bool]) -> None:
        self._clock = clock
        self._is_for_us = is_for_us
        self._habits: dict[tuple[int, bool], _Habit] = {}
        self._judged: OrderedDict[int, bool] = OrderedDict()
        self._to_warn: set[int] = set()

    def admits(self, update: Update) -> bool:
        """False for what is met with silence; an update that comes again is judged as before."""
        if not self._is_for_us(update):
            return True
        if update.update_id not in self._judged:
            self._judged[update.update_id] = self._judge(update)
            if len(self._judged) > REMEMBERED:
                self._judged.popitem(last=False)
        return self._judged[update.update_id]

    def _judge(self, update: Update) -> bool:
        message, now = update.message, self._clock.elapsed()
        habit = self._habits.setdefault((_who(update), message is None), _Habit())
        sent_at = now if message is None else message.date.timestamp()
        habit.heard_at = now
        habit.at.append(sent_at)
        while habit.at[0] <= sent_at - WINDOW_SECONDS:
            habit.at.popleft()
        return self._is_heard(update, habit)

    def is_the_warning(self, update: Update) -> bool:
        """True once for the update that is answered with a word about the flood, and not done."""
        if update.update_id in self._to_warn:
            self._to_warn.discard(update.update_id)
            return True
        return False

    def _is_heard(self, update: Update, habit: _Habit) -> bool:
        if len(habit.at) <= MOST:
            habit.is_warned = habit.is_warned and len(habit.at) > MOST // 2
            self._forget()
            return True
        if habit.is_warned:
            return False
        habit.is_warned = True
        self._to_warn.add(update.update_id)
        return True

    def _forget(self) -> None:
        if len(self._habits) < FORGET_AT:
            return
        recent = self._clock.elapsed() - WINDOW_SECONDS
        self._habits = {who: one for who, one in self._habits.items() if one.heard_at > recent}


def _who(update: Update) -> int:
    """Anonymous administrators share one id: they are known by their chat."""
    person, chat = update.effective_user, update.effective_chat
    if person is not None and person.id != ChatID.ANONYMOUS_ADMIN:
        return person.id
    return chat.id if chat is not None else 0
