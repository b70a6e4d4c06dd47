"""A wish is written step by step, in whatever order, and shown before it goes to the group."""

from collections.abc import Mapping
from typing import Any

from markupsafe import Markup

from commands.kit import Making, Post, Studio, Talk
from commands.wishes import asking, owned, rules
from commands.wishes.handlers import author, managed, manages
from storage import wish_handovers, wishes
from storage.database import Store
from storage.wishes import AMOUNT, CHANGE, DETAILS, DONE, DRAFT, DUE, OPEN, STEPS, WHAT, WHOM, Wish


def question(step: str) -> Making:
    """Renders what a step asks; days depend on the day."""

    async def make(store: Store, studio: Studio, wish_id: int) -> Post | None:
        found = await wishes.one(store, wish_id)
        if found is None:
            return owned.gone(studio.words)
        today = studio.now.astimezone(studio.office.zone).date()
        is_asked = found.step.removeprefix(CHANGE) == step and found.state in {DRAFT, OPEN}
        return asking.question(studio.words, found, step, today, is_asked=is_asked)

    return Making(make)


async def written(talk: Talk) -> bool:
    """Words in private while somebody writes a wish step by step; a question is none."""
    found = await wishes.writing(talk.store, talk.asker.person.id, talk.now)
    said = talk.message.spelt_out()
    if found is None or not said.strip() or rules.is_question(said) or not manages(talk, found):
        return False
    await _answer(talk, found, found.step.removeprefix(CHANGE), said)
    return True


async def replied(talk: Talk, wish_id: int, step: str) -> bool:
    """A reply to what a step asked."""
    found = await managed(talk, (wish_id,)) if talk.place.is_private else None
    if found is not None:
        await _answer(talk, found, step, talk.message.spelt_out())
    return True


async def whom(talk: Talk, numbers: tuple[int, ...]) -> None:
    """A usual answer, in the writer's own language."""
    place = rules.only(numbers, 1)
    found = await managed(talk, numbers[:1])
    if found is not None and 1 <= place <= len(asking.WHOM_ANSWERS):
        said = talk.words.t(asking.WHOM_ANSWERS[place - 1])
        await _settle(talk, found, WHOM, {"whom": str(said)})


async def amount(talk: Talk, numbers: tuple[int, ...]) -> None:
    found = await managed(talk, numbers[:1])
    count = rules.only(numbers, 1)
    if found is not None and 1 <= count <= rules.MOST:
        await _settle(talk, found, AMOUNT, {"amount": count})


async def due(talk: Talk, numbers: tuple[int, ...]) -> None:
    """The day of a button, or none."""
    found = await managed(talk, numbers[:1])
    if found is None:
        return
    day = rules.day_of(rules.only(numbers, 1))
    if day is not None and day < talk.today:
        await talk.toast(asking.no_day(talk.words))
        return
    await _settle(talk, found, DUE, {"due_on": day})


async def details(talk: Talk, numbers: tuple[int, ...]) -> None:
    """There is nothing private to be told."""
    found = await managed(talk, numbers[:1])
    if found is not None:
        await _settle(talk, found, DETAILS, {}, "")


async def ask(talk: Talk, numbers: tuple[int, ...]) -> None:
    """A field of a draft, or of one that is out, is asked for once more."""
    found = await managed(talk, numbers[:1])
    place = rules.only(numbers, 1)
    if found is None or not 0 <= place < len(STEPS):
        return
    if not _may_change(found, STEPS[place]):
        await talk.toast(taken_already(talk))
        return
    change = {"step": f"{CHANGE}{STEPS[place]}"}
    await wishes.revise(talk.store, found.id, change, author(talk))
    await talk.toast(talk.words.t("Please reply to the message that comes now."))


async def edit(talk: Talk, numbers: tuple[int, ...]) -> None:
    """What of it shall be changed."""
    found = await managed(talk, numbers)
    if found is not None:
        await talk.reply(owned.fields(talk.words, found))


async def publish(talk: Talk, numbers: tuple[int, ...]) -> None:
    """It goes to the groups, if it still says what was shown."""
    found = await managed(talk, numbers[:1])
    if found is None:
        return
    if not found.what or rules.only(numbers, 1) != owned.mark(found):
        await talk.toast(owned.not_as_shown(talk.words), alert=True)
    elif await wishes.open_to_all(talk.store, found.id, talk.now):
        await talk.toast(talk.words.t("✅ It is in the group. I tell you at once who takes it on."))
    else:
        await talk.toast(taken_already(talk))


async def discard(talk: Talk, numbers: tuple[int, ...]) -> None:
    found = await managed(talk, numbers)
    if found is not None and not await wishes.discard(talk.store, found.id):
        await talk.toast(taken_already(talk))


async def withdraw(talk: Talk, numbers: tuple[int, ...]) -> None:
    """Who had taken it on is told."""
    found = await managed(talk, numbers)
    if found is None:
        return
    who = talk.asker.person.id
    is_made = await wish_handovers.withdraw(talk.store, found.id, who, talk.now)
    done = talk.words.t("🗂 Withdrawn. Whoever had taken it on is told.")
    await talk.toast(done if is_made else taken_already(talk))


def taken_already(talk: Talk) -> Markup:
    return talk.words.t("This was settled meanwhile; the card shows how it stands.")


def _may_change(found: Wish, step: str) -> bool:
    return found.state == DRAFT or (found.state == OPEN and step in owned.LATER)


async def _answer(talk: Talk, found: Wish, step: str, said: str) -> None:
    """Keeps what was said, or says what is wrong with it."""
    text = rules.tidy(said)
    if not text:
        await talk.say(asking.no_words(talk.words))
    elif step in rules.LIMITS and len(text) > rules.LIMITS[step]:
        await talk.say(asking.too_long(talk.words, step, len(text)))
    elif step in {WHAT, WHOM} and rules.is_refused(text):
        await talk.say(asking.refused(talk.words))
    elif step == DETAILS and rules.has_identity(text):
        await talk.say(asking.refused_details(talk.words))
    elif step == AMOUNT:
        await _answer_amount(talk, found, text)
    elif step == DUE:
        day = rules.read_due(text, talk.now, talk.zone)
        if day is None:
            await talk.say(asking.no_day(talk.words))
        else:
            await _settle(talk, found, DUE, {"due_on": day})
    elif step == DETAILS:
        await _settle(talk, found, DETAILS, {}, text)
    elif step == WHAT:
        await _settle(talk, found, WHAT, rules.read_what(text))
    else:
        await _settle(talk, found, step, {step: text})


async def _answer_amount(talk: Talk, found: Wish, text: str) -> None:
    read = rules.read_amount(text)
    if read is None:
        await talk.say(asking.no_amount(talk.words))
    else:
        unit = {"unit": read[1]} if read[1] else {}
        await _settle(talk, found, AMOUNT, {"amount": read[0], **unit})


async def _settle(
    talk: Talk,
    found: Wish,
    step: str,
    values: Mapping[str, Any],
    words: str | None = None,
) -> None:
    """Who writes step by step is asked the next; who changes one thing is told that it is noted."""
    if not _may_change(found, step):
        await talk.say(taken_already(talk))
        return
    kept = dict(values) | _after(found, step)
    if not await wishes.revise(talk.store, found.id, kept, author(talk), words):
        await talk.say(talk.words.t("More of it is taken on already than that."))
    elif talk.query_id:
        await talk.toast(talk.words.t("✅ Noted."))
    elif "step" not in kept:
        await talk.say(talk.words.t("✅ Noted; the card above shows it."))


def _after(found: Wish, step: str) -> dict[str, object]:
    """What is asked next, if this was asked; what was changed alone is shown with all the rest."""
    if found.step == f"{CHANGE}{step}":
        return {"step": DONE}
    if found.step != step:
        return {}
    is_counted = found.amount > 1 or bool(found.unit)
    return {"step": rules.step_after(step, is_counted=is_counted)}
