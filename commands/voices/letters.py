"""What the one who said it reads afterwards; every message bears the button to how it stands."""

from markupsafe import Markup

from commands.kit import Kept, Post, button, clip, pack
from commands.voices.drafts import GAP, LINE, mine, short
from locales import Words, message
from storage.voice_ends import ABUSE, AGREED, SILENT, TAKEN_BACK
from storage.voices import (
    CLOSED,
    JOINED,
    OPEN,
    ORGANISATION,
    PASSED,
    SAID,
    SOLVED,
    SPEAKER,
    Part,
    Voice,
)

NAME = 24
BODY = 60
ANSWER = 900
"""Beside a photo: Bot API, caption 0-1024 characters."""
WORD = 300
WORDS_SHOWN = 6
STATES = {
    SAID: message("⏳ handed in"),
    OPEN: message("📬 with the street office"),
    PASSED: message("🏃 being seen to"),
    SOLVED: message("❔ said to be solved"),
    CLOSED: message("✅ closed"),
    JOINED: message("🔗 seen to together with no. {number}"),
}
ENDS = {
    AGREED: message("solved, as you said"),
    SILENT: message("closed, because nobody objected"),
    ABUSE: message("not taken up"),
    TAKEN_BACK: message("taken back"),
}


def state(words: Words, voice: Voice, leads: Voice | None = None) -> Markup:
    """How it stands, in a few words."""
    if voice.state == CLOSED and voice.ended in ENDS:
        return words.t("🏁 {how}", how=words.t(ENDS[voice.ended]))
    number = voice.main_number or 0
    said = words.t(STATES[voice.state], number=number)
    if leads is not None and leads.id != voice.id and leads.state in {SOLVED, CLOSED}:
        return Markup("{} · {}").format(said, words.t(STATES[leads.state], number=number))
    return said


def passing(words: Words, voice: Voice, leads: Voice) -> Post | None:
    """Who sees to it now; None: nobody does any more."""
    current = leads.current
    if current is None or current.answer_by is None or voice.state == CLOSED:
        return None
    text = words.t(
        "📬 <b>No. {number}</b> went to <b>{name}</b>, to be answered by {day}.",
        number=voice.number or 0,
        name=clip(current.organisation, NAME),
        day=words.day(current.answer_by, current.answer_by),
    )
    return _letter(words, voice, text, words.t("Something to add? Reply to this message."))


def answered(words: Words, voice: Voice, part: Part) -> Post:
    """An answer; who wrote it is not said, only for whom."""
    title = words.t(
        "💬 <b>No. {number}</b>: {whom} writes:",
        number=voice.number or 0,
        whom=whom(words, voice, part.side),
    )
    said = Markup("{}").format(part.text[:ANSWER] if part.path else part.text)
    how = words.t("Reply to this message, and I bring it back.")
    photos = (Kept(part.path),) if part.path else ()
    text = GAP.join(one for one in (title, said, how) if one)
    return Post(text, (mine(words, voice.id),), photos)


def asked(words: Words, voice: Voice, leads: Voice) -> Post | None:
    """Whether it is solved; None: nobody asks any more."""
    if leads.state != SOLVED:
        return None
    lines = [
        words.t(
            "✅ <b>No. {number}</b> is solved, says {whom}.",
            number=voice.number or 0,
            whom=whom(words, leads, ORGANISATION),
        )
    ]
    if leads.solution:
        lines.append(words.t("“{words}”", words=leads.solution))
    lines.append(
        words.t(
            "<b>Is it solved?</b> If not, it is opened again. If you say nothing for a week, it is"
            " closed by itself."
        )
    )
    yes = button(words.t("👍 Yes, solved"), pack("voices.yes", voice.id))
    no = button(words.t("👎 Not yet"), pack("voices.no", voice.id))
    return Post(GAP.join(lines), ((yes, no), mine(words, voice.id)))


def ended(words: Words, voice: Voice) -> Post:
    """It is closed by staff or by itself."""
    number = voice.number or 0
    if voice.ended == ABUSE:
        text = words.t(
            "🏁 <b>No. {number}</b> is not taken up: the street office could find nothing in it"
            " that it may see to. If that is a misunderstanding, please say it once more, a little"
            " differently: /say",
            number=number,
        )
    else:
        text = words.t(
            "🏁 <b>No. {number}</b> is closed: nobody said for a week that it is not solved.",
            number=number,
        )
    return _last(words, voice, text)


def agreed(words: Words, voice: Voice) -> Post:
    text = words.t("🏁 <b>No. {number}</b> is closed. Thank you!", number=voice.number or 0)
    return _last(words, voice, text)


def taken_back(words: Words, voice: Voice) -> Post:
    text = words.t(
        "🏁 <b>No. {number}</b> is taken back, its words and photos are deleted.",
        number=voice.number or 0,
    )
    return _last(words, voice, text)


def together(words: Words, voice: Voice) -> Post | None:
    """Others said the same; None: it stands alone again."""
    if voice.state != JOINED:
        return None
    text = words.t(
        "🔗 <b>No. {number}</b> is seen to together with no. {main}: others said the same. Whatever"
        " comes of it I tell you as well.",
        number=voice.number or 0,
        main=voice.main_number or 0,
    )
    return _letter(words, voice, text)


def again(words: Words, voice: Voice) -> Post:
    """After no."""
    text = words.t(
        "↩️ <b>No. {number}</b> is open again, and those who see to it are told. What is still"
        " wrong? Reply to this message.",
        number=voice.number or 0,
    )
    return _letter(words, voice, text)


def brought(words: Words, voice: Voice) -> Post:
    """After words of the person's own."""
    if voice.is_nameless:
        text = words.t(
            "📨 No. {number}: I bring it within a quarter of an hour.", number=voice.number or 0
        )
    else:
        text = words.t("📨 No. {number}: brought.", number=voice.number or 0)
    return Post(text, (mine(words, voice.id),))


def not_yours(words: Words) -> Markup:
    """The same for what is another's and for what leads to nobody any more."""
    return words.t(
        "This one is closed: without a name nothing leads from it to anybody any more. If there is"
        " more to say: /say"
    )


def whom(words: Words, voice: Voice, side: str) -> Markup:
    """Who speaks, as the one who said it knows them."""
    if side == SPEAKER:
        return words.t("you")
    current = voice.current
    if side == ORGANISATION and current is not None:
        return words.list([clip(current.organisation, NAME)])
    return words.t("the street office")


def _letter(words: Words, voice: Voice, text: Markup, *more: Markup) -> Post:
    about = words.list([short(voice, BODY)])
    return Post(
        GAP.join((text, Markup("<i>{}</i>").format(about), *more)), (mine(words, voice.id),)
    )


def _last(words: Words, voice: Voice, text: Markup) -> Post:
    if voice.is_nameless:
        more = words.t(
            "This talk ends here: nothing leads from it to you any more, so I cannot go on with it"
            " either. For something new: /say"
        )
    else:
        more = words.t("For something new: /say")
    return Post(LINE.join((text, more)))
