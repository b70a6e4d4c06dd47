"""A voice as those see it who handle it: staff, and the liaisons whom it was passed to."""

from collections.abc import Iterator, Sequence
from datetime import date

from markupsafe import Markup

from commands.kit import Kept, Post, button, clip, in_rows, pack
from commands.kit.posts import Row
from commands.voices.drafts import LINE, things
from commands.voices.letters import ANSWER, ENDS, NAME, STATES
from locales import Words, message
from storage.voice_lists import Body
from storage.voices import CLOSED, JOINED, OFFICE, OPEN, ORGANISATION, PASSED, SOLVED, Part, Voice

WORD = 160
WORDS_SHOWN = 4
REASON = 200
SIDES = {
    OFFICE: message("street office"),
    ORGANISATION: message("organisation"),
}
STILL = (OPEN, PASSED, SOLVED)


def for_staff(
    words: Words, voice: Voice, joined: Sequence[int], twins: Sequence[Body], today: date
) -> Post:
    """All of it, and what can be done."""
    lines = [*_lines(words, voice, today)]
    if joined:
        numbers = words.list([str(one) for one in joined])
        lines.append(words.t("🔗 Together with it: no. {numbers}", numbers=numbers))
    likely = twins if voice.state in {OPEN, PASSED} else ()
    for one in likely:
        said = clip(one.text, 40)
        lines.append(
            words.t("💡 No. {number} says much the same: {words}", number=one.number, words=said)
        )
    return Post(LINE.join(lines), tuple(_staff_rows(words, voice, likely)))


def for_liaisons(words: Words, voice: Voice, today: date, *, is_theirs: bool) -> Post:
    """The same for those who were asked; taken away once somebody else was."""
    if not is_theirs:
        text = words.t(
            "📮 <b>No. {number}</b> went to somebody else, or is closed.", number=voice.number or 0
        )
        return Post(text)
    lines = [*_lines(words, voice, today)]
    rows: list[Row] = []
    if voice.state in STILL:
        lines.append(
            words.t(
                "<b>Reply to this message</b> and I bring it to whoever said it; they do not see"
                " your number, nor you theirs."
            )
        )
        rows.append(_answer_row(words, voice))
    rows += _things_rows(words, voice)
    return Post(LINE.join(lines), tuple(rows))


def heard(words: Words, voice: Voice, part: Part) -> Post:
    """New words of the one who said it."""
    title = words.t(
        "💬 <b>No. {number}</b>, {who} writes:", number=voice.number or 0, who=who(words, voice)
    )
    text = Markup("{}").format(part.text[:ANSWER] if part.path else part.text)
    lines = [title, text]
    if part.latitude is not None:
        lines.append(words.t("📍 A place; the card shows it."))
    lines.append(words.t("Reply to this message to answer."))
    rows = (_open_row(words, voice),)
    photos = (Kept(part.path),) if part.path else ()
    return Post(LINE.join(one for one in lines if one), rows, photos)


def again(words: Words, voice: Voice) -> Post:
    """It was said that it is not solved."""
    text = words.t(
        "↩️ <b>No. {number}</b> is open again: it is not solved, says whoever said it.\n{words}",
        number=voice.number or 0,
        words=clip(voice.body, 100),
    )
    return Post(text, (_open_row(words, voice),))


def late(words: Words, voice: Voice, today: date) -> Post | None:
    """The day is here, or over; None: it is done."""
    current = voice.current
    if voice.state != PASSED or current is None or current.answer_by is None:
        return None
    if current.answer_by > today:
        return None  # it got another day meanwhile
    text = words.t(
        "⏰ <b>No. {number}</b>, with {name}: {late}\n{words}",
        number=voice.number or 0,
        name=clip(current.organisation, NAME),
        late=lateness(words, current.answer_by, today),
        words=clip(voice.body, 100),
    )
    return Post(text, (_open_row(words, voice),))


def lateness(words: Words, answer_by: date, today: date) -> Markup:
    """How the day stands to today."""
    days = (today - answer_by).days
    if days > 0:
        return words.n("⚠️ {count} day late", "⚠️ {count} days late", days)
    if days == 0:
        return words.t("⏰ to be answered today")
    return words.t("to be answered by {day}", day=words.day(answer_by, today))


def who(words: Words, voice: Voice) -> Markup:
    """The name, for those who handle it; without one, just that."""
    if voice.is_nameless:
        return words.t("🎭 without a name")
    return words.t("🙋 {name}", name=clip(voice.name or "", NAME) or "—")


def state(words: Words, voice: Voice) -> Markup:
    """As those see it who handle it."""
    if voice.state == CLOSED and voice.ended in ENDS:
        how = {
            "agreed": words.t("✅ solved, says whoever said it"),
            "silent": words.t("✅ closed, nobody objected"),
            "abuse": words.t("🚫 not taken up"),
            "taken_back": words.t("🗑 taken back by whoever said it"),
        }
        return how[voice.ended]
    if voice.state == SOLVED:
        return words.t("❔ solved; the person is asked")
    return words.t(STATES[voice.state], number=voice.main_number or 0)


def _lines(words: Words, voice: Voice, today: date) -> Iterator[Markup]:
    yield words.t(
        "📮 <b>No. {number}</b> · {state}", number=voice.number or 0, state=state(words, voice)
    )
    day = words.day(voice.said_on, today) if voice.said_on else "—"
    yield words.t("{who} · {day}", who=who(words, voice), day=day)
    if voice.ended == "taken_back":
        return
    if voice.body:
        yield Markup("\n{}\n").format(voice.body)
    yield from things(words, voice)
    current = voice.current
    if current is not None and current.answer_by is not None:
        whose = clip(current.organisation, NAME)
        if current.liaison:
            whose = words.t(
                "{organisation} ({name})", organisation=whose, name=clip(current.liaison, NAME)
            )
        ends = words.day(current.answer_by, today) if voice.state != PASSED else ""
        how = words.t("by {day}", day=ends) if ends else lateness(words, current.answer_by, today)
        yield words.t("➡️ {name} · {how}", name=whose, how=how)
    told = [one for one in voice.parts if not one.is_first and one.is_told]
    for one in told[-WORDS_SHOWN:]:
        side = words.t(SIDES[one.side]) if one.side in SIDES else who(words, voice)
        yield words.t("💬 {side}: {words}", side=side, words=clip(one.text, WORD) or "🖼")
    if voice.solution:
        yield words.t("✅ {words}", words=clip(voice.solution, REASON))
    if voice.reopened:
        yield words.n("↩️ opened again {count} time", "↩️ opened again {count} times", voice.reopened)


def _staff_rows(words: Words, voice: Voice, twins: Sequence[Body]) -> Iterator[Row]:
    if voice.state in STILL:
        label = words.t("📬 Pass on") if voice.current is None else words.t("📬 Pass to others")
        first = [button(label, pack("voices.pass", voice.id))]
        if voice.current is not None:
            first.append(button(words.t("📅 Another day"), pack("voices.redate", voice.current.id)))
        yield tuple(first)
        yield _answer_row(words, voice)
    yield from _things_rows(words, voice)
    joins = [
        button(
            words.t("🔗 Together with {number}", number=one.number),
            pack("voices.join", voice.id, one.id),
        )
        for one in twins
    ]
    yield from in_rows(joins)
    if voice.state == JOINED:
        yield (button(words.t("✂️ On its own again"), pack("voices.part", voice.id)),)
    if voice.state in {*STILL, JOINED}:
        yield (button(words.t("🚫 Not to be taken up…"), pack("voices.abuse", voice.id)),)


def _answer_row(words: Words, voice: Voice) -> Row:
    answer = button(words.t("💬 How to answer"), pack("voices.answer", voice.id))
    if voice.state == SOLVED:
        return (answer,)
    return (answer, button(words.t("✅ Solved"), pack("voices.solve", voice.id)))


def _things_rows(words: Words, voice: Voice) -> Iterator[Row]:
    row = []
    if voice.photos:
        label = words.n("🖼 {count} photo ›", "🖼 {count} photos ›", len(voice.photos))
        row.append(button(label, pack("voices.photos", voice.id)))
    if voice.spots:
        row.append(button(words.t("📍 On the map ›"), pack("voices.places", voice.id)))
    if row:
        yield tuple(row)


def _open_row(words: Words, voice: Voice) -> Row:
    return (
        button(
            words.t("📮 No. {number} ›", number=voice.number or 0), pack("voices.card", voice.id)
        ),
    )
