"""The day after an announced activity: its liaison is asked for photos; an album is the report."""

from datetime import datetime

from commands.activities import handlers
from commands.activities.announcing import views
from commands.activities.announcing.rules import may_change
from commands.activities.reporting.tellings import told
from commands.activities.rules import without_command
from commands.kit import Due, Post, Talk
from locales import Words
from storage import announcements, follow_ups, matches
from storage.activities import Report
from storage.announcements import Announcement
from storage.database import Store


async def day_after(store: Store, due: Due) -> None:
    """The job."""
    await follow_ups.ask(store, due.subject_id, due.now)


async def question(store: Store, words: Words, number: int) -> Post | None:
    announced = await announcements.one(store, number)
    return views.question(words, announced) if announced else None


async def unreached(store: Store, number: int, _person_id: int, now: datetime) -> None:
    """Then it is asked where it was announced."""
    await follow_ups.unreached(store, number, now)


async def answered(talk: Talk, number: int) -> None:
    """A reply: photos, words, or both, become the report of what was announced."""
    announced = await announcements.one(talk.store, number)
    photo = handlers.sent(talk, talk.message)
    said = without_command(talk.message.text)
    if announced is None or announced.called_off_at is not None:
        await talk.say(views.settled(talk.words))
    elif not may_change(talk.asker, announced):
        await talk.say(views.not_yours(talk.words))
    elif photo is None and (announced.activity_id is not None or not said):
        await talk.say(views.settled(talk.words) if said else views.send_photos(talk.words))
    else:
        report = _as_announced(await told(talk, said or announced.title), announced, said)
        await follow_ups.report(talk.store, number, report, photo, talk.now)


async def reported(talk: Talk, numbers: tuple[int, ...]) -> None:
    """`Reported already`: it is not asked again anyway."""
    announced = await announcements.one(talk.store, numbers[0]) if len(numbers) == 1 else None
    known = announced is not None and may_change(talk.asker, announced)
    await talk.toast(views.thanks(talk.words) if known else views.not_yours(talk.words))


async def which(store: Store, words: Words, activity_id: int) -> Post | None:
    """Of which announcement a report is, where its day does not say it for sure."""
    known = await matches.of(store, activity_id)
    return views.which(words, activity_id, known, await matches.open_to(store, activity_id))


async def matched(talk: Talk, numbers: tuple[int, ...]) -> None:
    """A press says of which."""
    activity_id, number = numbers if len(numbers) == 2 else (0, 0)  # noqa: PLR2004 - these two
    announced = await announcements.one(talk.store, number)
    if announced is None:
        await talk.toast(views.forgotten(talk.words))
    elif not may_change(talk.asker, announced):
        await talk.toast(views.not_yours(talk.words), alert=True)
    elif await matches.match(talk.store, number, activity_id):
        await talk.toast(talk.words.t("✅ Noted."))
    else:
        await talk.toast(views.settled(talk.words))


def _as_announced(report: Report, announced: Announcement, said: str) -> Report:
    """What the words do not say is as it was announced; the rest stays as it was read."""
    settled = ("organisation_id", "held_on", *(("place",) if announced.place else ()))
    changes: dict[str, object] = {
        "organisation_id": announced.organisation_id,
        "held_on": announced.held_on,
        "title": announced.title,
        "place": report.place or announced.place,
        "caption": said or announced.title,
        "unsure": {name: one for name, one in report.unsure.items() if name not in settled},
    }
    return report.model_copy(update=changes)
