"""What goes wrong on demand, between a bot and its Telegram."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import count

from simulator.world.refusal import bad

KINDS = frozenset(
    {
        "flood",
        "error",
        "slow",
        "drop_before",
        "drop_after",
        "refuse",
        "duplicate",
        "reorder",
    }
)
ON_UPDATES = frozenset({"duplicate", "reorder"})
POLLING = "getUpdates"


@dataclass
class Fault:
    """One thing that goes wrong `times` more times; an empty method or chat means any."""

    id: int
    kind: str
    method: str = ""
    chat: str = ""
    times: int = 1
    seconds: float = 1.0

    def meets(self, method: str, chat: str) -> bool:
        """A poll is only met when it is named: what goes wrong by default is what people see."""
        polls = method.lower() == POLLING.lower()
        named = self.method.lower() == method.lower() if self.method else not polls
        return named and self.chat in {"", chat}


@dataclass
class Faults:
    """The faults that wait for their call."""

    waiting: list[Fault] = field(default_factory=list)
    _ids: "count[int]" = field(default_factory=lambda: count(1))

    def add(
        self,
        kind: str,
        *,
        method: str = "",
        chat: int | str = "",
        times: int = 1,
        seconds: float = 1.0,
    ) -> Fault:
        """Raises Refusal for a kind that there is not, and for what never happens."""
        if kind not in KINDS:
            raise bad(f'there is no fault "{kind}"; there are {", ".join(sorted(KINDS))}')
        if times < 1 or seconds < 0:
            raise bad("a fault happens at least once and lasts no less than no time")
        fault = Fault(next(self._ids), kind, method, str(chat), times, seconds)
        self.waiting.append(fault)
        return fault

    def remove(self, number: int | None = None) -> None:
        """Takes one fault back, or all."""
        self.waiting = [one for one in self.waiting if number is not None and one.id != number]

    def due(self, method: str, params: Mapping[str, object]) -> Fault | None:
        """The fault that this call meets, which has happened once more by this."""
        chat = str(params.get("chat_id", ""))
        return self._take(
            one for one in self.waiting if one.kind not in ON_UPDATES and one.meets(method, chat)
        )

    def due_on_updates(self) -> Fault | None:
        """The fault that the next updates meet."""
        return self._take(one for one in self.waiting if one.kind in ON_UPDATES)

    def _take(self, candidates: Iterator[Fault]) -> Fault | None:
        fault = next(iter(candidates), None)
        if fault is not None:
            fault.times -= 1
            self.waiting = [one for one in self.waiting if one.times > 0]
        return fault
