"""`gongjian doctor`: a short report in plain words, read only, and without the network."""

import os
import shutil
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from markupsafe import Markup

from bot.abilities import missing
from bot.lock import is_held
from bot.settings import Settings
from locales import Words, plain
from storage.copies import made_at
from storage.health import Health, is_current, look, looks_sound, revision_of
from storage.modes import open_to_others
from storage.upgrade import is_known
from storage.verifying import verify

WELL, LOOK, BAD = "✅", "⚠️", "❌"
LITTLE_ROOM = 1 << 30
"""Bytes: a year of photos of a busy alliance."""
OLD = timedelta(hours=36)
"""A night's backup and half a day: a machine that is off at night makes up for it in the day."""
SOON = timedelta(days=30)
"""The next year's holidays are announced in the autumn."""
SHOWN = 10

Line = tuple[str, Markup]


def report(settings: Settings, words: Words, now: datetime) -> tuple[list[str], bool]:
    """The lines, and whether all is well."""
    doctor = _Doctor(settings, words, now, is_held(settings.data))
    lines = list(doctor.look())
    return [f"{sign} {plain(said)}" for sign, said in lines], all(s == WELL for s, _ in lines)


@dataclass(frozen=True)
class _Doctor:
    settings: Settings
    words: Words
    now: datetime
    in_use: bool

    def look(self) -> Iterator[Line]:
        yield WELL, self.words.t("Settings are in order.")
        yield self._folder()
        yield self._bot()
        yield self._backups()
        yield self._holidays()
        yield from self._database()
        yield self._modes()

    def _folder(self) -> Line:
        name = str(self.settings.data)
        if not self._is_there():
            return LOOK, self.words.t("{name} is not there yet.", name=name)
        if not os.access(self.settings.data, os.W_OK | os.X_OK):
            return BAD, self.words.t("{name} cannot be written to.", name=name)
        free = shutil.disk_usage(self.settings.data).free
        room = f"{free / (1 << 30):.1f}"
        if free < LITTLE_ROOM:
            return LOOK, self.words.t(
                "{name} can be written to, but there is little room on the disk: {room} GB.",
                name=name,
                room=room,
            )
        return WELL, self.words.t(
            "{name} can be written to; {room} GB of room.", name=name, room=room
        )

    def _bot(self) -> Line:
        if self.in_use:
            return WELL, self.words.t("A bot is at work here.")
        return LOOK, self.words.t("No bot is at work here now.")

    def _backups(self) -> Line:
        stamps = [made_at(path) for path in self.settings.backups.glob("*.tar")]
        newest = max((stamp for stamp in stamps if stamp is not None), default=None)
        if newest is None:
            return LOOK, self.words.t("There is no backup yet: gongjian backup")
        moment = self._when(newest)
        if self.now - newest > OLD:
            return LOOK, self.words.t(
                "The newest backup is old, of {moment}: gongjian backup", moment=moment
            )
        return WELL, self.words.t("The newest backup is of {moment}.", moment=moment)

    def _holidays(self) -> Line:
        known_until = self.settings.office.calendar.known_until
        until = self.words.day(known_until)
        if known_until - SOON < self.now.astimezone(self.settings.tz).date():
            return LOOK, self.words.t(
                "Public holidays are known only until {day}; after that weekends are the only days"
                " off. Update Gongjian, or name a file of days in GONGJIAN_HOLIDAYS.",
                day=until,
            )
        return WELL, self.words.t("Public holidays are known until {day}.", day=until)

    def _database(self) -> Iterator[Line]:
        database = self.settings.database
        if not database.exists():
            yield (
                LOOK,
                self.words.t("There is no database yet. It is made when the bot first starts."),
            )
            return
        try:
            if not looks_sound(database, in_use=self.in_use):
                yield BAD, self._spoilt()
                return
            yield from self._of_revision(revision_of(database, in_use=self.in_use))
        except (OSError, sqlite3.Error) as error:
            yield BAD, self.words.t("The database cannot be looked into: {why}", why=str(error))

    def _spoilt(self) -> Markup:
        return self.words.t(
            "The database {name} is damaged. Start the bot: it names the backup to go back to.",
            name=str(self.settings.database),
        )

    def _of_revision(self, revision: str) -> Iterator[Line]:
        if is_current(revision):
            said = self.words.t("The database is sound, revision {revision}.", revision=revision)
            yield WELL, said
            yield from self._of_data(self._read())
        elif is_known(revision):
            said = self.words.t(
                "The database is of another version, {revision}: it is brought up to date when"
                " the bot starts.",
                revision=revision,
            )
            yield LOOK, said
        else:
            said = self.words.t(
                "The database was written by a newer Gongjian, {revision}. Update this one.",
                revision=revision,
            )
            yield BAD, said

    def _of_data(self, health: Health) -> Iterator[Line]:
        yield self._record()
        yield self._deliveries(health)
        yield from self._set_aside(health)
        yield from self._stuck(health)
        yield self._people(health)
        yield self._photos(health)
        yield from ((LOOK, said) for said in missing(self.words, health))

    def _read(self) -> Health:
        return look(self.settings.database, self.settings.photos, in_use=self.in_use)

    def _record(self) -> Line:
        verdict = verify(self.settings.database, in_use=self.in_use)
        if not verdict.findings:
            return WELL, self.words.t("The record of changes holds.")
        return BAD, self.words.n(
            "{count} thing does not agree with the record of changes: gongjian verify",
            "{count} things do not agree with the record of changes: gongjian verify",
            len(verdict.findings),
        )

    def _deliveries(self, health: Health) -> Line:
        if not health.unknown and not health.failed:
            return WELL, self.words.t("Every message that was owed has arrived, or waits its turn.")
        return LOOK, self.words.t(
            "Messages that perhaps did not arrive: {unknown}; that surely did not: {failed}."
            " Staff see them with /deliveries.",
            unknown=health.unknown,
            failed=health.failed,
        )

    def _set_aside(self, health: Health) -> Iterator[Line]:
        if not health.set_aside:
            yield WELL, self.words.t("No update was set aside.")
        for one in health.set_aside[:SHOWN]:
            yield (
                LOOK,
                self.words.t(
                    "Set aside: an update of {moment}, fault {fault}, tries {tries}. {error}",
                    moment=self._when(one.at),
                    fault=one.fault,
                    tries=one.tries,
                    error=one.error or "",
                ),
            )
        yield from self._more(len(health.set_aside) - SHOWN)

    def _stuck(self, health: Health) -> Iterator[Line]:
        if not health.stuck:
            yield WELL, self.words.t("Every job that was due is done.")
        for job in health.stuck[:SHOWN]:
            yield (
                LOOK,
                self.words.t(
                    "Set aside: the job {kind} {subject}, due {moment}, tries {tries}, fault"
                    " {fault}",
                    kind=job.kind,
                    subject=job.subject_id,
                    moment=self._when(job.at),
                    tries=job.tries,
                    fault=job.fault,
                ),
            )
        yield from self._more(len(health.stuck) - SHOWN)

    def _more(self, count: int) -> Iterator[Line]:
        if count > 0:
            yield LOOK, self.words.t("… and {count} more.", count=count)

    def _people(self, health: Health) -> Line:
        if not health.unreached:
            return WELL, self.words.t("Everybody can be reached.")
        return LOOK, self.words.n(
            "{count} person cannot be reached: blocked the bot, or never started it.",
            "{count} people cannot be reached: they blocked the bot, or never started it.",
            health.unreached,
        )

    def _photos(self, health: Health) -> Line:
        if not health.photos_missing:
            return WELL, self.words.t("Every photo is on disk.")
        return LOOK, self.words.n(
            "{count} photo is not on disk.",
            "{count} photos are not on disk.",
            health.photos_missing,
        )

    def _modes(self) -> Line:
        name = str(self.settings.data)
        count = sum(1 for _ in open_to_others(self.settings.data)) if self._is_there() else 0
        if not count:
            return WELL, self.words.t("Everything in {name} is for its owner alone.", name=name)
        return LOOK, self.words.n(
            "{count} file or folder in {name} can be read by others. Start the bot: it mends that.",
            "{count} files or folders in {name} can be read by others. Start the bot: it mends"
            " that.",
            count,
            name=name,
        )

    def _is_there(self) -> bool:
        return self.settings.data.is_dir()

    def _when(self, moment: datetime) -> str:
        return self.words.moment(moment, self.settings.tz)
