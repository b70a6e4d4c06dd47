"""The progress of a notice in private chats, as its sender sees and steers it."""

from markupsafe import Markup

from commands.kit import Due, Post, Talk, button, pack
from commands.notices import arrivals, rules
from commands.notices.reading import showing
from locales import Words
from storage import arrivals as counted, broadcasts
from storage.arrivals import Arrivals
from storage.broadcasts import PAUSED, RUNNING
from storage.database import Store


async def told(store: Store, words: Words, notice_id: int) -> Post | None:
    """One message, edited while the notice is sent."""
    found = await counted.of(store, notice_id)
    return shown(words, found) if found else None


async def report(store: Store, due: Due) -> None:
    """The job that brings it up to date."""
    await broadcasts.report(store, due.subject_id, due.now)


async def pause(talk: Talk, numbers: tuple[int, ...]) -> None:
    notice_id, _ = rules.two(numbers)
    is_made = await broadcasts.pause(talk.store, notice_id)
    said = talk.words.t("Paused. What is under way just now still arrives.")
    await talk.toast(said if is_made else nothing(talk.words))
    await showing.renew(talk, notice_id)


async def go_on(talk: Talk, numbers: tuple[int, ...]) -> None:
    notice_id, _ = rules.two(numbers)
    is_made = await broadcasts.go_on(talk.store, notice_id, talk.now)
    await talk.toast(talk.words.t("It goes on.") if is_made else nothing(talk.words))
    await showing.renew(talk, notice_id)


async def cancel(talk: Talk, numbers: tuple[int, ...]) -> None:
    """Asks first: it cannot be undone."""
    found = await counted.of(talk.store, rules.two(numbers)[0])
    if found is None or found.state not in {RUNNING, PAUSED} or not found.waiting:
        await talk.toast(nothing(talk.words))
    else:
        await talk.reply(sure(talk.words, found))


async def stop(talk: Talk, numbers: tuple[int, ...]) -> None:
    notice_id, _ = rules.two(numbers)
    is_made = await broadcasts.stop(talk.store, notice_id)
    said = talk.words.t("Stopped. What was sent stays; nobody else gets it.")
    await talk.toast(said if is_made else nothing(talk.words))
    await showing.renew(talk, notice_id)


def shown(words: Words, found: Arrivals) -> Post:
    """The figures; at the end also who could not be reached."""
    lines = [arrivals.line(words, found)]
    if found.is_over:
        lines += arrivals.unreached(words, found)
    return Post(Markup("\n").join(lines), arrivals.steering(words, found))


def sure(words: Words, found: Arrivals) -> Post:
    """Before it is stopped for good."""
    sentence = words.n(
        "Notice {number}: {count} person has not got it yet. Not send it any more?",
        "Notice {number}: {count} people have not got it yet. Not send it to them any more?",
        found.waiting,
        number=found.notice.number or 0,
    )
    data = pack("notices.broadcast_stop", found.notice.id)
    return Post(sentence, ((button(words.t("Do not send it any more"), data),),))


def nothing(words: Words) -> Markup:
    return words.t("Nothing was changed: it is over, or somebody was faster.")
