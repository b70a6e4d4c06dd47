"""Backups at the desk: made while the bot works, looked into, and put back while it rests."""

import shlex
import sqlite3
from datetime import UTC, datetime
from pathlib import Path

from bot.desk import EX_DATAERR, complain, say
from bot.settings import Settings
from locales import Words, message
from storage.availability import UnavailableError
from storage.copies import Manifest, UnsoundCopyError, copy, name_of
from storage.restorations import BadCopyError, check, restore

EX_IOERR = 74
"""sysexits.h: the disk would not."""
COUNTED = ("organisations", "people", "notices", "answers", "activities")
WHY = {
    "unreadable": message("{file} is not a backup of Gongjian, or cannot be read."),
    "incomplete": message("{file} is not whole: a part of it is missing."),
    "changed": message("{file} is not what was written: it has changed since."),
    "damaged": message("The database in {file} is damaged."),
    "newer": message("{file} was made by a newer Gongjian. Update this one first."),
}


def back_up(settings: Settings, words: Words, file: Path | None) -> int:
    """Makes a backup, also while the bot is at work. Returns the exit code."""
    now = datetime.now(UTC)
    target = file or settings.backups / name_of(now)
    try:
        if not is_copied(settings, target, now, words):
            return EX_DATAERR
    except OSError as error:
        complain(
            words.t(
                "The backup was not made: {why}. Is there room on the disk, and may I write there?",
                why=error.strerror or str(error),
            )
        )
        return EX_IOERR
    except UnavailableError as error:
        complain(
            words.t(
                "The backup was not made ({why}); the data are not damaged. Make room on the disk,"
                " or wait until no other program holds the file, and write the same again.",
                why=str(error),
            )
        )
        return EX_IOERR
    return 0


def is_copied(settings: Settings, target: Path, now: datetime, words: Words) -> bool:
    """Makes it and says what is in it; False: what is there cannot be copied, and that is said."""
    if not settings.database.exists():
        complain(words.t("There is nothing to back up in {name} yet.", name=str(settings.data)))
        return False
    try:
        made = copy(settings.database, settings.photos, target, now)
    except (UnsoundCopyError, sqlite3.Error):
        complain(words.t("{name} is damaged; no backup was made.", name=str(settings.database)))
        return False
    say(words.t("The backup is in {file}.", file=str(target)))
    _say_what(made, settings, words)
    return True


def look_into(settings: Settings, words: Words, file: Path) -> int:
    """Says what a backup holds, or why it cannot be restored from. Returns the exit code."""
    try:
        held = check(file)
    except BadCopyError as error:
        complain(words.t(WHY[error.why], file=str(file)))
        return EX_DATAERR
    except OSError as error:
        complain(words.t("It could not be looked into: {why}.", why=error.strerror or str(error)))
        return EX_IOERR
    say(words.t("{file} is good.", file=str(file)))
    _say_what(held, settings, words)
    return 0


def put_back(settings: Settings, words: Words, file: Path) -> int:
    """Puts a backup in the place of the data, which are set aside. Returns the exit code."""
    try:
        aside = restore(file, settings.data.absolute(), datetime.now(UTC))
    except BadCopyError as error:
        complain(words.t(WHY[error.why], file=str(file)))
        complain(words.t("Nothing was changed."))
        return EX_DATAERR
    except OSError as error:
        complain(
            words.t(
                "It could not be restored: {why}. Once that is mended, write the same again.",
                why=error.strerror or str(error),
            )
        )
        return EX_IOERR
    say(words.t("{file} is restored.", file=str(file)))
    say(words.t("What was there before is in {folder}.", folder=str(aside)))
    return 0


def command_for(file: Path) -> str:
    """What to write in a terminal to restore from this file."""
    return f"gongjian restore {shlex.quote(str(file))}"


def _say_what(held: Manifest, settings: Settings, words: Words) -> None:
    rows = {name: held.rows.get(name, 0) for name in COUNTED}
    say(
        words.t(
            "Made {moment}, revision {revision}.",
            moment=words.moment(held.made_at, settings.tz),
            revision=held.revision,
        )
    )
    say(
        words.t(
            "Organisations: {organisations}, people: {people}, notices: {notices}, answers:"
            " {answers}, activities: {activities}, photos: {photos}.",
            **{**rows, "photos": len(held.photos)},
        )
    )
    if held.head:
        say(words.t("Record of changes: {head}", head=held.head))
    if held.missing:
        say(
            words.n(
                "{count} photo is not in it: it is not on disk, or has changed there.",
                "{count} photos are not in it: they are not on disk, or have changed there.",
                len(held.missing),
            )
        )
