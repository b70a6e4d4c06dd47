"""Those who handle a voice: they answer it, and say that it is solved."""

from datetime import date

from markupsafe import Markup

from commands.kit import Kept, Post, Role, Studio, Talk, Venue, button, hours_of, pack
from commands.voices import cards, handlers, rules
from locales import Words
from storage import voice_lists, voice_passes, voice_queries
from storage.database import Store
from storage.voice_passes import Handler
from storage.voices import CLOSED, Voice

SOLUTION = 400
PHOTOS = 10
"""Bot API, sendMediaGroup: 2-10 items."""


async def answered(talk: Talk, voice_id: int) -> bool:
    """A reply to a card goes to whoever said it; False: this person does not handle it."""
    found = await _handled(talk, (voice_id,))
    if found is None:
        return False
    voice, handler = found
    said = await handlers.taken(talk)
    if said is None:
        return True
    if await voice_passes.answer(talk.store, voice.id, said, handler):
        await talk.reply(
            Post(talk.words.t("📨 Brought to whoever said no. {number}.", number=voice.number or 0))
        )
    else:
        await talk.reply(Post(closed(talk.words, voice)))
    return True


async def how(talk: Talk, _numbers: tuple[int, ...]) -> None:
    """An answer is a reply."""
    await talk.toast(
        talk.words.t(
            "Reply to this message (press it long, then “Reply”): words, a photo or a place. I"
            " bring it to whoever said it."
        ),
        alert=True,
    )


async def solve(talk: Talk, numbers: tuple[int, ...]) -> None:
    """A word about what was done, or none."""
    found = await _handled(talk, numbers)
    if found is None:
        return
    voice, _ = found
    text = talk.words.t(
        "✅ No. {number} is solved? Reply to this message in a sentence what was done, or go on"
        " without one. Whoever said it is asked if it is so.",
        number=voice.number or 0,
    )
    on = button(talk.words.t("Without a sentence"), pack("voices.solved", voice.id))
    await talk.reply(Post(text, ((on,),)))


async def solved(talk: Talk, numbers: tuple[int, ...]) -> None:
    """Solved without a word."""
    found = await _handled(talk, numbers)
    if found is not None:
        await _solve(talk, *found, "")


async def solved_by(talk: Talk, voice_id: int) -> bool:
    """Solved, with what was done."""
    found = await _handled(talk, (voice_id,))
    if found is None:
        return False
    text = talk.message.spelt_out().strip()
    if not text or len(text) > SOLUTION:
        words = talk.words.t(
            "Please write it in words, {count} characters at most.", count=SOLUTION
        )
        await talk.reply(Post(words))
        return True
    await _solve(talk, *found, text)
    return True


async def photos(talk: Talk, numbers: tuple[int, ...]) -> None:
    """The latest ten; the talk brought the others one by one."""
    found = await _handled(talk, numbers)
    if found is not None and found[0].photos:
        voice, _ = found
        text = talk.words.t("🖼 No. {number}", number=voice.number or 0)
        kept = tuple(Kept(path) for path in voice.photos[-PHOTOS:])
        await talk.reply(Post(text, photos=kept))


async def places(talk: Talk, numbers: tuple[int, ...]) -> None:
    """On the map, the latest."""
    found = await _handled(talk, numbers)
    if found is None or not found[0].spots:
        return
    voice, last = found[0], found[0].spots[-1]
    title = talk.words.t("No. {number}", number=voice.number or 0)
    address = talk.words.t("the place of what was said")
    if last.latitude is not None and last.longitude is not None:
        venue = Venue(last.latitude, last.longitude, title, address)
        await talk.reply(Post(title, venue=venue))


async def card(store: Store, studio: Studio, voice_id: int) -> Post | None:
    """For staff."""
    voice = await voice_queries.one(store, voice_id)
    if voice is None:
        return None
    others = await voice_lists.open_bodies(store)
    alike = rules.twins(voice.body, voice.id, [one for one in others if one.id != voice.main_id])
    joined = await voice_lists.joined_to(store, voice.id)
    return cards.for_staff(studio.words, voice, joined, alike, today_of(studio))


async def case(store: Store, studio: Studio, pass_id: int) -> Post | None:
    """For the liaisons of an organisation that was asked."""
    voice = await voice_queries.voice_of_pass(store, pass_id)
    if voice is None:
        return None
    is_theirs = (
        voice.current is not None and voice.current.id == pass_id and voice.ended != "taken_back"
    )
    return cards.for_liaisons(studio.words, voice, today_of(studio), is_theirs=is_theirs)


async def heard(store: Store, words: Words, part_id: int) -> Post | None:
    voice = await voice_queries.voice_of_part(store, part_id)
    part = next((one for one in voice.parts if one.id == part_id), None) if voice else None
    return cards.heard(words, voice, part) if voice and part else None


async def again(store: Store, words: Words, voice_id: int) -> Post | None:
    voice = await voice_queries.one(store, voice_id)
    return cards.again(words, voice) if voice and voice.state != CLOSED else None


async def late(store: Store, studio: Studio, pass_id: int) -> Post | None:
    voice = await voice_queries.voice_of_pass(store, pass_id)
    return cards.late(studio.words, voice, today_of(studio)) if voice else None


def today_of(studio: Studio) -> date:
    return studio.now.astimezone(studio.office.zone).date()


def closed(words: Words, voice: Voice) -> Markup:
    return words.t(
        "No. {number} is closed, or somebody else has it by now.", number=voice.number or 0
    )


async def handled(talk: Talk, voice: Voice) -> Handler | None:
    """As what this person may handle it: for the organisation that has it, or as staff."""
    if not talk.place.is_private:
        return None
    person_id = talk.asker.person.id
    organisation_id = await voice_passes.serves(talk.store, voice.id, person_id)
    if organisation_id is None and talk.asker.role < Role.STAFF:
        return None
    return Handler(person_id, talk.now, talk.today, organisation_id)


async def _handled(talk: Talk, numbers: tuple[int, ...]) -> tuple[Voice, Handler] | None:
    """The voice of a button, and as what; else says why not."""
    voice = await voice_queries.one(talk.store, numbers[0]) if numbers else None
    handler = await handled(talk, voice) if voice is not None else None
    if voice is not None and handler is not None:
        return voice, handler
    text = talk.words.t("Only those who handle it can do this, in private.")
    if talk.query_id:
        await talk.toast(text, alert=True)
    return None


async def _solve(talk: Talk, voice: Voice, handler: Handler, text: str) -> None:
    hours = await hours_of(talk.store, talk.office)
    at = rules.settles(hours, talk.now)
    if await voice_passes.solve(talk.store, voice.id, text, handler, at):
        await talk.reply(
            Post(
                talk.words.t(
                    "✅ No. {number}: whoever said it is asked now.", number=voice.number or 0
                )
            )
        )
        if talk.query_id:
            await talk.take_back()
    else:
        await talk.say(closed(talk.words, voice))
