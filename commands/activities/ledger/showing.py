"""How far a ledger is, and its files, as they are sent."""

import asyncio
from pathlib import Path

from commands.activities.ledger import views
from commands.activities.ledger.asked import Asked
from commands.activities.ledger.names import Scope
from commands.kit import Document, Post, Studio
from locales import Words
from storage import exports, organisations
from storage.database import Store


async def progress(store: Store, words: Words, export_id: int) -> Post | None:
    """One message from the order to the end."""
    export = await exports.one(store, export_id)
    if export is None:
        return None
    asked = Asked.model_validate_json(export.asked)
    own = asked.organisation_id
    organisation = await organisations.one(store, own) if own is not None else None
    name = organisation.short_name if organisation else None
    return views.progress(words, export, asked.form, Scope(name, asked.first, asked.last))


async def file(store: Store, studio: Studio, file_id: int) -> Post | None:
    """A file from the disk, where it stays for a day."""
    found = await exports.file(store, file_id)
    if found is not None and found.is_stale:
        return views.outdated(studio.words)
    path = studio.exports / str(found.export_id) / found.name if found else None
    data = await asyncio.to_thread(_read, path) if path else None
    if found is None or data is None:
        return views.expired(studio.words)
    return Post(views.caption(studio.words, found), document=Document(found.name, data))


def _read(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None
