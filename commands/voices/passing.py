"""Staff: to whom a voice goes and by when, what is not taken up, and which ones are the same."""

from datetime import date

from commands.kit import Due, Post, Studio, Talk, button, hours_of, pack
from commands.voices import choosing, rules
from commands.voices.choosing import ALL, ANYBODY
from commands.voices.handling import closed, today_of
from storage import (
    organisations,
    people,
    voice_ends,
    voice_passes,
    voice_queries,
    voice_turns,
)
from storage.database import Store, transaction
from storage.voice_passes import Handler
from storage.voices import Voice

bring_now = transaction(voice_turns.bring)


async def pass_on(talk: Talk, numbers: tuple[int, ...]) -> None:
    """The organisations: below the card at first, in place of them when they are turned."""
    voice = await _the(talk, numbers)
    if voice is None:
        return
    _, place, turn = (*numbers, ALL, 1)[:3] if len(numbers) > 1 else (0, ALL, 1)
    every = await organisations.every(talk.store)
    post = choosing.which(talk.words, voice, every, place, turn)
    await (talk.edit(post) if len(numbers) > 1 else talk.reply(post))


async def to(talk: Talk, numbers: tuple[int, ...]) -> None:
    """An organisation; where several answer for it, who of them."""
    voice = await _the(talk, numbers)
    one = await organisations.one(talk.store, numbers[1]) if voice and len(numbers) > 1 else None
    if voice is None or one is None:
        return
    there = [who for who in await people.liaisons_of(talk.store, one.id) if who.is_reachable]
    if not there:
        await talk.toast(choosing.nobody(talk.words, one), alert=True)
    elif len(there) > 1:
        await talk.edit(choosing.whom(talk.words, voice, one, there))
    else:
        await _propose(talk, voice, one.id, None)


async def liaison(talk: Talk, numbers: tuple[int, ...]) -> None:
    voice = await _the(talk, numbers)
    if voice is not None and len(numbers) == 3:  # noqa: PLR2004 - voice, organisation, liaison
        whom = None if numbers[2] == ANYBODY else numbers[2]
        await _propose(talk, voice, numbers[1], whom)


async def by(talk: Talk, numbers: tuple[int, ...]) -> None:
    """So many working days."""
    pass_id, days = (*numbers, 0, 0)[:2]
    if days not in rules.WORKING_DAYS:
        await talk.toast(talk.words.t("This button is from another time."))
        return
    await _pass(talk, pass_id, rules.after(talk.office.calendar, talk.today, days))


async def day_answered(talk: Talk, pass_id: int) -> bool:
    """Another day, in words."""
    day = rules.read_day(talk.message.text, talk.now, talk.zone)
    if day is None:
        await talk.say(
            talk.words.t("I do not see a day that is ahead. For example: 30 August, or Friday.")
        )
    else:
        await _pass(talk, pass_id, day)
    return True


async def redate(talk: Talk, numbers: tuple[int, ...]) -> None:
    """Another day for who has it."""
    voice = await voice_queries.voice_of_pass(talk.store, numbers[0]) if numbers else None
    if voice is not None:
        await voice_passes.ask_day(talk.store, numbers[0], _handler(talk))


async def day_question(store: Store, studio: Studio, pass_id: int) -> Post | None:
    voice = await voice_queries.voice_of_pass(store, pass_id)
    asked = next((one for one in voice.passes if one.id == pass_id), None) if voice else None
    if voice is None or asked is None:
        return None
    return choosing.day(studio.words, voice, asked, today_of(studio), studio.office.calendar)


async def abuse(talk: Talk, numbers: tuple[int, ...]) -> None:
    """Asks back."""
    voice = await _the(talk, numbers)
    if voice is not None:
        text = talk.words.t(
            "🚫 No. {number} is not taken up? For insults, advertising and the like. It is closed,"
            " and whoever said it is told so kindly, without a reason.",
            number=voice.number or 0,
        )
        yes = button(talk.words.t("Yes, close it"), pack("voices.refuse", voice.id))
        no = button(talk.words.t("No, leave it"), pack("voices.leave", voice.id))
        await talk.reply(Post(text, ((no, yes),)))


async def refuse(talk: Talk, numbers: tuple[int, ...]) -> None:
    voice = await _the(talk, numbers)
    if voice is None:
        return
    person_id = talk.asker.person.id
    if await voice_ends.refuse(talk.store, voice.id, person_id, talk.now, talk.today):
        await talk.toast(talk.words.t("🚫 Closed."))
    else:
        await talk.toast(closed(talk.words, voice))
    await talk.take_back()


async def leave(talk: Talk, _numbers: tuple[int, ...]) -> None:
    await talk.take_back()
    await talk.stop_spinner()


async def join(talk: Talk, numbers: tuple[int, ...]) -> None:
    """Seen to together with another one."""
    voice = await _the(talk, numbers)
    main_id = numbers[1] if len(numbers) > 1 else 0
    if voice is None:
        return
    person_id = talk.asker.person.id
    if await voice_ends.join(talk.store, voice.id, main_id, person_id, talk.now):
        await talk.toast(talk.words.t("🔗 Together now; the card lets you take it back."))
    else:
        await talk.toast(talk.words.t("That is not possible any more: one of them is closed."))


async def part(talk: Talk, numbers: tuple[int, ...]) -> None:
    voice = await _the(talk, numbers)
    if voice is None:
        return
    if await voice_ends.part(talk.store, voice.id, talk.asker.person.id, talk.now):
        await talk.toast(talk.words.t("✂️ On its own again."))
    else:
        await talk.toast(closed(talk.words, voice))


async def bring(store: Store, due: Due) -> None:
    """Job: what has no name comes to those who handle it."""
    await bring_now(store, due.subject_id, due.now)


async def remind(store: Store, due: Due) -> None:
    """Job: the day is here, or over."""
    voice = await voice_queries.voice_of_pass(store, due.subject_id)
    asked = next((one for one in voice.passes if one.id == due.subject_id), None) if voice else None
    if asked is None or asked.answer_by is None:
        return
    hours = await hours_of(store, due.office)
    again = rules.next_reminder(hours, asked.answer_by, due.now)
    is_over = due.now.astimezone(due.office.zone).date() > asked.answer_by
    await voice_passes.remind(store, due.subject_id, due.now, again, is_over=is_over)


async def settle(store: Store, due: Due) -> None:
    """Job: nobody objected."""
    today = due.now.astimezone(due.office.zone).date()
    await voice_ends.settle(store, due.subject_id, due.now, today)


async def _pass(talk: Talk, pass_id: int, day: date) -> None:
    hours = await hours_of(talk.store, talk.office)
    done = await voice_passes.pass_on(
        talk.store,
        pass_id,
        day,
        _handler(talk),
        lambda answer_by, now: rules.next_reminder(hours, answer_by, now),
    )
    if not done:
        await talk.say(talk.words.t("It is closed, or went to somebody else meanwhile."))
    elif talk.query_id:
        await talk.toast(talk.words.t("📬 Passed on."))


async def _propose(talk: Talk, voice: Voice, organisation_id: int, whom: int | None) -> None:
    made = await voice_passes.propose(talk.store, voice.id, organisation_id, whom, _handler(talk))
    if made is None:
        await talk.toast(closed(talk.words, voice), alert=True)
    else:
        await talk.take_back()


async def _the(talk: Talk, numbers: tuple[int, ...]) -> Voice | None:
    """The voice of a button; else says that there is none."""
    voice = await voice_queries.one(talk.store, numbers[0]) if numbers else None
    if voice is None or voice.number is None:
        await talk.toast(talk.words.t("There is no such number."))
        return None
    return voice


def _handler(talk: Talk) -> Handler:
    return Handler(talk.asker.person.id, talk.now, talk.today)
