"""How it stands, as the one who said it sees it."""

from collections.abc import Iterator

from markupsafe import Markup

from commands.kit import Post, button, clip, pack
from commands.voices.drafts import GAP, mine, things
from commands.voices.letters import NAME, state, whom
from locales import Words
from storage.voices import CLOSED, SOLVED, Voice

WORD = 300
WORDS_SHOWN = 6


def how_it_stands(words: Words, voice: Voice, leads: Voice) -> Post:
    """All that the one who said it may see."""
    lines = [
        words.t(
            "📮 <b>No. {number}</b> · {state}",
            number=voice.number or 0,
            state=state(words, voice, leads),
        ),
        Markup("{}").format(voice.body),
        *things(words, voice),
        *_seen_to(words, leads),
    ]
    lines += [
        Markup("{}").format(
            words.t(
                "💬 {whom}: {words}",
                whom=whom(words, voice, one.side),
                words=clip(one.text, WORD) or "🖼",
            )
        )
        for one in voice.parts
        if not one.is_first
    ][-WORDS_SHOWN:]
    rows = [mine(words, voice.id)]
    if leads.state == SOLVED and voice.state != CLOSED:
        lines.append(words.t("<b>Is it solved?</b>"))
        yes = button(words.t("👍 Yes, solved"), pack("voices.yes", voice.id))
        rows.insert(0, (yes, button(words.t("👎 Not yet"), pack("voices.no", voice.id))))
    elif voice.state != CLOSED:
        lines.append(words.t("Something to add? Reply to this message."))
    if voice.state != CLOSED:
        rows.append((button(words.t("🗑 Take it back"), pack("voices.back", voice.id)),))
    return Post(GAP.join(one for one in lines if one), tuple(rows))


def sure(words: Words, voice: Voice) -> Post:
    """Before it is taken back."""
    text = words.t(
        "Take back no. {number}? Its words and photos are deleted, and nobody goes on with it.",
        number=voice.number or 0,
    )
    yes = button(words.t("Yes, take it back"), pack("voices.surely", voice.id))
    return Post(text, ((button(words.t("No, leave it"), pack("voices.mine", voice.id)), yes),))


def _seen_to(words: Words, leads: Voice) -> Iterator[Markup]:
    current = leads.current
    if current is not None and current.answer_by is not None:
        yield words.t(
            "➡️ {name}, to be answered by {day}",
            name=clip(current.organisation, NAME),
            day=words.day(current.answer_by, current.answer_by),
        )
    if leads.solution and leads.state in {SOLVED, CLOSED}:
        yield words.t("✅ {words}", words=leads.solution)
