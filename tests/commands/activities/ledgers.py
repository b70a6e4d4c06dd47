"""A ledger for tests: what organisations did in August, as storage gives it."""

from datetime import UTC, date, datetime
from pathlib import Path

from commands.kit.works import Bench
from locales import Words
from storage.ledgers import Entry, Ledger, Shot
from tests.vocabulary.files import taken_somewhere

NOW = datetime(2026, 8, 20, 1, 0, tzinfo=UTC)
DAY = date(2026, 8, 13)


def entry(number: int = 1, **changes: object) -> Entry:
    """A free clinic of 兴隆粮库."""
    known: dict[str, object] = {
        "id": number,
        "organisation_id": 1,
        "organisation": "兴隆粮库",
        "held_on": DAY,
        "title": "义诊",
        "caption": "8月13日 义诊，服务30人",
        "linkage": "livelihood",
        "place": "社区活动室",
        "served": 30,
        "joined": 5,
        "minutes": 120,
        "money": 500,
        "materials": "",
        "reporter": "老周",
        "reported_at": NOW,
    }
    return Entry.model_validate(known | changes)


def ledger(*entries: Entry, **changes: object) -> Ledger:
    """Everybody's, of all days."""
    known = {"organisation": None, "first": None, "last": None, "undated": 0, "entries": entries}
    changes = {"head": "7:ab12"} | changes
    return Ledger.model_validate(known | changes)


def shot(folder: Path, name: str, data: bytes | None = None) -> Shot:
    """A photo that lies in the photos' folder; without bytes one with a place in it."""
    content = taken_somewhere(name) if data is None else data
    (folder / name).write_bytes(content)
    return Shot(path=name, bytes=len(content), is_film=name.endswith(".mp4"))


def bench(words: Words, photos: Path, told: list[tuple[int, int]] | None = None) -> Bench:
    """Beside the photos, a folder for what is made."""
    folder = photos / "made"
    folder.mkdir(exist_ok=True)
    said: list[tuple[int, int]] = [] if told is None else told
    return Bench(words, NOW, photos, folder, lambda done, total: said.append((done, total)))
