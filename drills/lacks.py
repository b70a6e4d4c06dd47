"""Protections taken away, in a bot of a drill: so a test sees that the drill would find it out."""

from collections.abc import Callable, Iterable, Sequence
from datetime import timedelta
from typing import Any

from sqlalchemy import func, update
from sqlalchemy.ext.asyncio import AsyncConnection
from telegram import Update

import bot.intake
import bot.manners
import bot.outages
import bot.pacing
import bot.polling
import bot.regrets
import bot.setbacks
import commands.kit
import storage.engine
import storage.jobs
import storage.outcomes
import storage.supergroups
import storage.upgrade
from storage.database import transaction
from storage.tables import deliveries, jobs


def _keep_nothing() -> None:
    """Updates are handled as they come, and are nowhere on disk before."""

    async def take_in(self: Any, raws: Sequence[dict[str, Any]]) -> None:  # noqa: ANN401 - patched in
        for raw in raws:
            one = Update.de_json(raw, self._bot)
            if self._wanted(one):
                await self._put(one)

    bot.intake.Intake.take_in = take_in  # type: ignore[method-assign]


def _send_again() -> None:
    """What was being sent when the process ended is sent again."""

    @transaction
    async def try_interrupted_again(connection: AsyncConnection) -> int:
        interrupted = update(deliveries).where(deliveries.c.state == "sending")
        return (await connection.execute(interrupted.values(state="pending"))).rowcount

    storage.outcomes.doubt_interrupted = try_interrupted_again


def _do_not_pace() -> None:
    """Messages leave as fast as they can: for a drill whose harm is another."""
    for window in ("CHAT", "GROUP", "SHARE"):
        setattr(bot.pacing, window, bot.pacing.Window(10**6, 1.0))
    setattr(bot.pacing, "DOOR", 1e6)  # noqa: B010 - a constant of theirs
    bot.pacing.Pacer.__init__.__defaults__ = (1e6,)


def _take_all_for_not_sent() -> None:
    """Every send that fails is tried again, as if it had surely not been sent."""
    setattr(bot.setbacks, "surely_not_sent", lambda _: True)  # noqa: B010 - theirs


def _do_not_hold() -> None:
    """A 429 is not waited out."""
    bot.pacing.Pacer.hold = lambda *_: None  # type: ignore[method-assign]
    setattr(bot.setbacks, "_wait", lambda _: timedelta(seconds=0.2))  # noqa: B010 - theirs


def _leave_the_rows_behind() -> None:
    """A group's new id is not followed."""

    async def stay(*_: object) -> None:
        pass

    setattr(storage.supergroups, "migrate", stay)  # noqa: B010 - theirs


def _complete_no_job() -> None:
    """A job's effects are kept, and the job as well: it is due again."""

    async def forget(connection: AsyncConnection, ids: Iterable[int]) -> None:
        again = update(jobs).where(jobs.c.id.in_(tuple(ids)))
        later = func.strftime("%Y-%m-%dT%H:%M:%f000+00:00", jobs.c.due_at, "+5 hours")
        await connection.execute(again.values(due_at=later))

    storage.jobs.complete = forget


def _each_job_alone() -> None:
    """Late jobs of one subject are not merged."""

    def apart(rows: Iterable[Any], key: Callable[[Any], Any]) -> list[tuple[Any, list[Any]]]:
        return [(key(row), [row]) for row in rows]

    setattr(storage.jobs, "groupby", apart)  # noqa: B010 - theirs


def _stand_in_for_nobody() -> None:
    """Nothing follows when somebody cannot be reached."""

    async def fail(self: Any, row: Any, error: Any, why: str) -> None:  # noqa: ANN401 - patched in
        del why
        await storage.outcomes.not_sent(self._db, row.id, "failed", str(error))

    bot.setbacks.Setbacks._unreached = fail  # type: ignore[method-assign]  # noqa: SLF001


def _never_give_way() -> None:
    """A later instance goes on polling."""
    setattr(bot.polling, "YOUNG_SECONDS", -1.0)  # noqa: B010 - a constant of theirs


def _hear_everybody() -> None:
    """No flood is met with silence: for a drill in which few people say much, or hear late."""
    bot.manners.Manners.admits = lambda *_: True  # type: ignore[method-assign]


def _read_all_or_nothing() -> None:
    """One update that cannot be read spoils its poll."""

    def read(self: Any, raw: dict[str, Any]) -> Update:  # noqa: ANN401 - patched in
        return Update.de_json(raw, self._bot)

    bot.intake.Intake._read = read  # type: ignore[method-assign]  # noqa: SLF001


def _trust_who_presses() -> None:
    """Who presses may do it, whatever the role."""
    everybody = property(lambda _: commands.kit.Role.STAFF)
    setattr(commands.kit.Asker, "role", everybody)  # noqa: B010 - theirs


def _join_no_album() -> None:
    """Each photo stands for itself."""
    read = bot.intake.Intake._read  # noqa: SLF001 - patched in

    def read_apart(self: Any, raw: dict[str, Any]) -> Update | None:  # noqa: ANN401 - patched in
        raw.get("message", {}).pop("media_group_id", None)
        return read(self, raw)

    bot.intake.Intake._read = read_apart  # type: ignore[method-assign]  # noqa: SLF001


def _come_back_late() -> None:
    """After a fault it is long before Telegram is asked again."""
    setattr(bot.outages, "FIRST_PAUSE", 45.0)  # noqa: B010 - a constant of theirs
    setattr(bot.outages, "LONGEST_PAUSE", 45.0)  # noqa: B010 - a constant of theirs


def _confirm_what_was_not_kept() -> None:
    """A poll whose updates could not be written down is confirmed all the same."""
    keep = bot.polling.Polling._keep  # noqa: SLF001 - patched in

    async def keep_or_not(self: Any, raws: list[dict[str, Any]]) -> None:  # noqa: ANN401 - patched in
        await keep(self, raws)
        if raws:
            self._offset = raws[-1]["update_id"] + 1

    bot.polling.Polling._keep = keep_or_not  # type: ignore[method-assign]  # noqa: SLF001


def _tell_nobody() -> None:
    """Who waits for a disk hears nothing."""

    async def tell(*_: object) -> None:
        pass

    setattr(bot.regrets.Regrets, "tell", tell)  # noqa: B010 - theirs


def _wait_less_for_a_lock() -> None:
    """No protection: a second instead of five, so that a test is short."""
    setattr(storage.engine, "PATIENCE", 1.0)  # noqa: B010 - a constant of theirs


def _take_without_end() -> None:
    """What waits in memory has no bound."""
    setattr(bot.intake, "WAITING", 0)  # noqa: B010 - a constant of theirs


def _look_at_nothing() -> None:
    """A start trusts whatever file it finds."""
    setattr(storage.upgrade, "is_sound", lambda _: True)  # noqa: B010 - theirs


BY_NAME: dict[str, Callable[[], None]] = {
    "inbox": _keep_nothing,
    "doubt": _send_again,
    "pace": _do_not_pace,
    "ambiguity": _take_all_for_not_sent,
    "hold": _do_not_hold,
    "migration": _leave_the_rows_behind,
    "completion": _complete_no_job,
    "merging": _each_job_alone,
    "standing in": _stand_in_for_nobody,
    "giving way": _never_give_way,
    "manners": _hear_everybody,
    "roles": _trust_who_presses,
    "joining": _join_no_album,
    "reading": _read_all_or_nothing,
    "coming back": _come_back_late,
    "confirming last": _confirm_what_was_not_kept,
    "regrets": _tell_nobody,
    "bounds": _take_without_end,
    "soundness": _look_at_nothing,
    "patience": _wait_less_for_a_lock,
}
