"""What people's commands ask of the register: who belongs to it, and who is paired with whom."""

from collections.abc import Awaitable, Callable

from benchmarks.town.draw import Draw
from storage import organisations, pairings, registers
from storage.database import Store

LISTED: dict[str, Callable[[Store, Draw], Awaitable[object]]] = {
    "organisations.every": lambda db, _: organisations.every(db),
    "organisations.former": lambda db, _: organisations.former(db),
    "organisations.whole": lambda db, _: organisations.whole(db),
    "organisations.one": lambda db, d: organisations.one(db, d.organisation),
    "organisations.some": lambda db, d: organisations.some(db, d.some(d.size.organisations)),
    "organisations.without_liaison": lambda db, _: organisations.without_liaison(db),
    "pairings.every": lambda db, _: pairings.every(db),
    "pairings.of": lambda db, d: pairings.of(db, d.organisation),
    "pairings.one": lambda db, d: pairings.one(db, d.few),
    "registers.kept": lambda db, _: registers.kept(db),
}
