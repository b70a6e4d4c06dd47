"""What the street office does at its desk, on the command line, while the bot rests."""

import asyncio
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path

from markupsafe import Markup

from bot.settings import Settings
from commands.organisations.importing.misfits import apart
from commands.organisations.importing.perusing import peruse
from commands.organisations.importing.views import told
from locales import Words, plain
from storage import organisations, people, registers
from storage.comparisons import Plan
from storage.database import Database
from storage.organisations import ShortNameTakenError
from storage.upgrade import upgrade

EX_DATAERR = 65
DESK = "desk"
"""Who writes here, for the record of changes."""


async def import_organisations(settings: Settings, words: Words, file: Path) -> int:
    """Reads a register; with one fault in it nothing is imported. Returns the exit code.

    What changes is printed first, field by field; whoever sits at a terminal is asked.
    """
    try:
        data = await asyncio.to_thread(file.read_bytes)
        reading = peruse(file.name, data, _now().astimezone(words.zone).date())
    except OSError:
        complain(words.t("{file} cannot be read. Is the name right?", file=str(file)))
        return EX_DATAERR
    if reading.faults:
        for fault in reading.faults:
            complain(fault.say(words))
        return EX_DATAERR
    try:
        async with _kept(settings) as db:
            planned = (await registers.kept(db)).plan(reading.rows)
            for misfit in planned.misfits:
                complain(apart(words, misfit))
            if planned.misfits:
                return EX_DATAERR
            for line in told(words, reading, planned):
                say(line)
            if planned.does_something and not _agreed(words, planned):
                say(words.t("Nothing was imported."))
                return 0
            done = await organisations.import_all(db, reading.rows, now=_now())
    except ShortNameTakenError as taken:
        complain(
            words.t(
                "{short_name} is already the short name of {owner}, which the file leaves out."
                " Give one of them another short name. Nothing was imported.",
                short_name=taken.short_name,
                owner=taken.owner,
            )
        )
        return EX_DATAERR
    say(
        words.t(
            "Organisations: {added} added, {changed} changed, {unchanged} as before.",
            added=done.added,
            changed=done.changed,
            unchanged=done.unchanged,
        )
    )
    return 0


def _agreed(words: Words, planned: Plan) -> bool:
    """A script is not asked."""
    if not sys.stdin.isatty():
        return True
    say(
        words.t(
            "{added} to be added, {changed} to be changed, {unchanged} as before."
            " To take it over, type y and press Enter.",
            added=len(planned.added),
            changed=len(planned.changed),
            unchanged=planned.unchanged,
        )
    )
    return sys.stdin.readline().strip().casefold() in {"y", "yes", "是"}


async def add_staff(settings: Settings, words: Words, person_id: int) -> int:
    """Gives the role of staff, also to somebody the bot has not met. Returns the exit code."""
    async with _kept(settings) as db:
        await people.make_staff(db, person_id)
    say(words.t("{id} is staff now.", id=str(person_id)))
    return 0


async def list_staff(settings: Settings, words: Words) -> int:
    """Prints who is staff, a line each. Returns the exit code."""
    async with _kept(settings) as db:
        staff = await people.staff(db)
    for person in staff:
        print(person.id, person.name)
    if not staff:
        say(words.t("There is no staff yet: gongjian staff add ID"))
    return 0


@asynccontextmanager
async def _kept(settings: Settings) -> AsyncIterator[Database]:
    upgrade(settings.database, _now())
    async with Database(settings.database, DESK, _now) as db:
        yield db


def _now() -> datetime:
    return datetime.now(UTC)


def say(sentence: Markup) -> None:
    """A sentence for whoever sits at the desk."""
    print(plain(sentence))


def complain(sentence: Markup) -> None:
    """The same where faults are written."""
    print(plain(sentence), file=sys.stderr)
