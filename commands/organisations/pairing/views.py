"""Pairs as staff see and change them."""

from collections.abc import Sequence
from datetime import date

from markupsafe import Markup

from commands.kit import Button, Post, Row, button, clip, in_rows, pack, page_of, pager
from locales import Words
from storage.organisations import Organisation
from storage.pairings import COMMUNITY, STREET, Pairing

NAME = 24
LABEL = 16
NOTE, SHORT = 500, 60
PAGE = 8
LINE = Markup("\n")


def pairs(
    words: Words,
    one: Organisation,
    paired_now: Sequence[Pairing],
    every: Sequence[Organisation],
    number: int,
) -> Post:
    """With whom it is paired; below, with whom else it could be, a page at a time."""
    name = clip(one.short_name, NAME)
    lines = [words.t("🤝 <b>{name}</b> is paired with:", name=name)]
    lines += [_said(words, pairing, one) for pairing in paired_now]
    if not paired_now:
        lines.append(words.t("nobody yet"))
    lines.append(words.t("Press a name to pair them, ✖ to part them."))
    parting = [
        button(
            words.t("✖ {name}", name=clip(_other(pairing, one), LABEL)),
            pack("organisations.unpair", *_ids(pairing)),
        )
        for pairing in paired_now
    ]
    there = {
        one.id,
        *(p.organisation_id for p in paired_now),
        *(p.community_id for p in paired_now),
    }
    fits = [other for other in every if other.id not in there and _fit(one, other)]
    page = page_of(fits, number, PAGE)
    joining = [_join(words, one, other) for other in page.items]
    turns = pager(page, "organisations.pairs", one.id)
    rows: tuple[Row, ...] = (*in_rows(parting), *in_rows(joining), turns, (_card(words, one.id),))
    return Post(LINE.join(lines), rows)


def since_when(words: Words, pairing: Pairing, today: date) -> Post:
    """They are paired; the day is told by a button, or by a reply."""
    text = words.t("🤝 {organisation} and {community} are paired. Since when?", **_names(pairing))
    buttons = (
        button(words.t("Today"), pack("organisations.began", pairing.id, today.toordinal())),
        button(words.t("Another day"), pack("organisations.when", pairing.id)),
    )
    unknown = button(words.t("I do not know"), pack("organisations.began", pairing.id, 0))
    return Post(text, (buttons, (unknown,)))


def question(words: Words, pairing: Pairing) -> Post:
    """Waits for a reply with a day."""
    text = words.t(
        "🤝 {organisation} and {community}: since when are they paired? Please reply to this"
        " message, for example <code>2016-08-24</code>; a month or a year is enough.",
        **_names(pairing),
    )
    return Post(text, placeholder="2016-08-24")


def no_day(words: Words) -> Post:
    return Post(
        words.t(
            "I need a day that has been, for example 2016-08-24, 2016-08 or 2016. Please reply to"
            " the question once more."
        )
    )


def paired(words: Words, pairing: Pairing) -> Post:
    """How it stands."""
    said = _names(pairing)
    if pairing.since is None:
        text = words.t("🤝 {organisation} and {community} are paired.", **said)
    else:
        day = words.day(pairing.since)
        text = words.t("🤝 {organisation} and {community} are paired since {day}.", **said, day=day)
    if pairing.note:
        text = LINE.join((text, words.t("📝 {note}", note=clip(pairing.note, NOTE))))
    label = words.t("📝 Change the note") if pairing.note else words.t("📝 Add a note")
    return Post(
        text,
        ((button(label, pack("organisations.pair_note", pairing.id)),), _both(words, pairing)),
    )


def note_question(words: Words, pairing: Pairing) -> Post:
    """Waits for a reply with what is to be known."""
    lines = [
        words.t(
            "📝 {organisation} and {community}: what else is to be known of this pair? Please reply"
            " to this message, for example with what they do together.",
            **_names(pairing),
        )
    ]
    if not pairing.note:
        return Post(lines[0])
    lines.append(words.t("Now: {note}", note=clip(pairing.note, NOTE)))
    empty = button(words.t("Empty it"), pack("organisations.no_note", pairing.id))
    return Post(LINE.join(lines), ((empty,),))


def parted(words: Words, pairing: Pairing) -> Post:
    """They are paired no more."""
    text = words.t("✖ {organisation} and {community} are paired no more.", **_names(pairing))
    if pairing.note:
        note = words.t("The note was: {note}", note=clip(pairing.note, NOTE))
        text = LINE.join((text, note))
    since = pairing.since.toordinal() if pairing.since else 0
    back = button(words.t("↩️ Undo"), pack("organisations.pair", *_ids(pairing), since))
    return Post(text, ((back,), _both(words, pairing)))


def parted_before(words: Words) -> Markup:
    return words.t("They are paired no more.")


def not_so(words: Words) -> Markup:
    return words.t("Only an organisation and a community of the register can be paired.")


def answer_below(words: Words) -> Markup:
    """For the press whose question is on its way."""
    return words.t("Please reply to the message that comes now.")


def _said(words: Words, pairing: Pairing, one: Organisation) -> Markup:
    name = clip(_other(pairing, one), NAME)
    if pairing.since is None:
        said = words.t("• {name}", name=name)
    else:
        said = words.t("• {name}, since {day}", name=name, day=words.day(pairing.since))
    if pairing.note:
        return words.t("{pair}: {note}", pair=said, note=clip(pairing.note, SHORT))
    return said


def _fit(one: Organisation, other: Organisation) -> bool:
    if one.category == COMMUNITY:
        return other.category not in {COMMUNITY, STREET}
    return other.category == COMMUNITY


def _join(words: Words, one: Organisation, other: Organisation) -> Button:
    two = (other.id, one.id) if one.category == COMMUNITY else (one.id, other.id)
    return button(
        words.t("＋ {name}", name=clip(other.short_name, LABEL)), pack("organisations.pair", *two)
    )


def _other(pairing: Pairing, one: Organisation) -> str:
    return pairing.community if pairing.organisation_id == one.id else pairing.organisation


def _ids(pairing: Pairing) -> tuple[int, int]:
    return pairing.organisation_id, pairing.community_id


def _names(pairing: Pairing) -> dict[str, str]:
    return {
        "organisation": clip(pairing.organisation, NAME),
        "community": clip(pairing.community, NAME),
    }


def _both(words: Words, pairing: Pairing) -> Row:
    names = {
        pairing.organisation_id: pairing.organisation,
        pairing.community_id: pairing.community,
    }
    return tuple(
        button(words.t("‹ {name}", name=clip(name, LABEL)), pack("organisations.show", number))
        for number, name in names.items()
    )


def _card(words: Words, organisation_id: int) -> Button:
    return button(words.t("‹ Card"), pack("organisations.show", organisation_id))
