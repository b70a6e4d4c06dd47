"""What is asked about what people say; what finds somebody without a name tries all of them."""

import hashlib
from collections.abc import Awaitable, Callable

from benchmarks.town.draw import Draw
from benchmarks.town.size import NOW
from storage import voice_lists, voice_passes, voice_queries
from storage.cloaks import SEAL, Cloak
from storage.database import Store

TODAY = NOW.date()
OPEN_KEYS = {
    hashlib.md5(b"%d" % n, usedforsecurity=False).digest(): bytes(32) for n in range(6_001)
}
CLOAK = Cloak(keys={SEAL: bytes(32)} | OPEN_KEYS)
"""As if each were open: the town's voices bear these names."""

LISTED: dict[str, Callable[[Store, Draw], Awaitable[object]]] = {
    "voice_lists.count": lambda db, _: voice_lists.count(db, TODAY),
    "voice_lists.count of one": lambda db, d: voice_lists.count(db, TODAY, [d.organisation]),
    "voice_lists.joined_to": lambda db, d: voice_lists.joined_to(db, d.visit),
    "voice_lists.open_bodies": lambda db, _: voice_lists.open_bodies(db),
    "voice_lists.page": lambda db, d: voice_lists.page(db, TODAY, 8, d.few),
    "voice_lists.page of one": lambda db, d: voice_lists.page(db, TODAY, 8, 1, [d.organisation]),
    "voice_lists.stretches": lambda db, _: voice_lists.stretches(db),
    "voice_passes.serves": lambda db, d: voice_passes.serves(db, d.visit, d.liaison),
    "voice_queries.addressee": lambda db, d: voice_queries.addressee(db, d.size.visits, CLOAK),
    "voice_queries.addressee_of_part": lambda db, d: voice_queries.addressee_of_part(
        db, d.size.visits, CLOAK
    ),
    "voice_queries.draft_of": lambda db, d: voice_queries.draft_of(db, d.person, CLOAK),
    "voice_queries.numbered": lambda db, d: voice_queries.numbered(db, d.visit),
    "voice_queries.of_speaker": lambda db, d: voice_queries.of_speaker(db, d.person, CLOAK),
    "voice_queries.one": lambda db, d: voice_queries.one(db, d.visit),
    "voice_queries.voice_of_part": lambda db, d: voice_queries.voice_of_part(db, d.visit),
    "voice_queries.voice_of_pass": lambda db, d: voice_queries.voice_of_pass(db, d.visit),
}
"""By module and function; words behind them tell several ways to ask the same apart."""
