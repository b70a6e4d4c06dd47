"""What people's commands ask of micro-wishes."""

from collections.abc import Awaitable, Callable

from benchmarks.town.draw import Draw
from benchmarks.town.size import NOW
from storage import wish_claims, wish_lists, wish_words, wishes
from storage.database import Store

LISTED: dict[str, Callable[[Store, Draw], Awaitable[object]]] = {
    "wish_claims.of": lambda db, d: wish_claims.of(db, d.few),
    "wish_claims.of_person": lambda db, d: wish_claims.of_person(db, d.person, (d.organisation,)),
    "wish_claims.one": lambda db, d: wish_claims.one(db, d.few),
    "wish_lists.open_ones": lambda db, _: wish_lists.open_ones(db),
    "wish_lists.put_up": lambda db, d: wish_lists.put_up(
        db, d.liaison, (d.organisation,), 20, every=False
    ),
    "wish_lists.put_up by all": lambda db, d: wish_lists.put_up(db, d.liaison, (), 20, every=True),
    "wish_lists.standing": lambda db, d: wish_lists.standing(db, d.organisation),
    "wish_lists.whole": lambda db, _: wish_lists.whole(db),
    "wish_words.one": lambda db, d: wish_words.one(db, d.few),
    "wishes.details_of": lambda db, d: wishes.details_of(db, d.few),
    "wishes.one": lambda db, d: wishes.one(db, d.few),
    "wishes.some": lambda db, d: wishes.some(db, d.some(40)),
    "wishes.writing": lambda db, d: wishes.writing(db, d.liaison, NOW),
}
