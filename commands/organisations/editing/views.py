"""What staff see while they change the register."""

from collections.abc import Sequence

from markupsafe import Markup

from commands.kit import (
    CATEGORY_NAMES,
    Button,
    Post,
    Row,
    button,
    clip,
    in_rows,
    pack,
    page_of,
    pager,
)
from commands.kit.faults import Problem
from commands.organisations.labels import FIELDS, label, value
from locales import Words
from storage.alterations import Altered, Outcome
from storage.fields import text_of
from storage.newcomers import Joined
from storage.organisations import CATEGORIES, Organisation

NAME = 40
SHOWN = 60
LABEL = 20
PAGE = 8
LINE = Markup("\n")


def fields(words: Words, one: Organisation) -> Post:
    """Which field shall be changed? What is there stands above the buttons."""
    lines = [words.t("✏️ <b>{name}</b>: what shall be changed?", name=clip(one.name, NAME))]
    lines += [
        words.t(
            "{field}: {value}",
            field=label(words, field),
            value=value(words, field, text_of(one, field), SHOWN),
        )
        for field in FIELDS
        if text_of(one, field)
    ]
    choices = [
        button(label(words, field), pack("organisations.field", one.id, place))
        for place, field in enumerate(FIELDS)
    ]
    leave = button(words.t("🚪 Leaves the alliance"), pack("organisations.leave", one.id))
    return Post(LINE.join(lines), (*in_rows(choices), (leave,), (card_button(words, one.id),)))


def categories(words: Words, one: Organisation) -> Post:
    """Which category is it? The button bears the one that is shown."""
    now = CATEGORIES.index(one.category)
    choices = [
        button(words.t(CATEGORY_NAMES[category]), pack("organisations.sort", one.id, now, place))
        for place, category in enumerate(CATEGORIES)
        if place != now
    ]
    text = words.t(
        "✏️ {name}, category: now it says {old}. What shall it be?",
        name=clip(one.short_name, NAME),
        old=words.t(CATEGORY_NAMES[one.category]),
    )
    return Post(text, (*in_rows(choices), (_back(words, one.id),)))


def asking(words: Words, one: Organisation, field: str, asked: int | None) -> Post:
    """In place of the choice, while the question comes below; `asked` may be emptied."""
    text = words.t(
        "✏️ {name}, {field}: {value}\nPlease reply to the message that comes now.",
        name=clip(one.short_name, NAME),
        field=label(words, field),
        value=value(words, field, text_of(one, field)),
    )
    clear = button(words.t("Empty it"), pack("organisations.empty", asked)) if asked else None
    return Post(text, ((clear,) if clear else (), (_back(words, one.id),)))


def problem(words: Words, field: str, what: Problem) -> Post:
    """Why the answer cannot stand; the question comes again."""
    why = words.t(what.sentence, **what.values)
    return Post(words.t("{field}: {what}", field=label(words, field), what=why))


def altered(words: Words, done: Altered, *, is_undone: bool = False) -> Post:
    """What became of a change."""
    change = done.alteration
    if change is None or change.organisation_id is None:
        return Post(words.t("This organisation is not in the register any more. See /orgs."))
    name, field = clip(change.organisation or "", NAME), change.field
    said = {"name": name, "field": label(words, field)}
    old, new = (value(words, field, text or "") for text in (change.old, change.new))
    card = card_button(words, change.organisation_id)
    if done.outcome is Outcome.DONE:
        text = words.t("✅ {name}, {field}: {old} → {new}", **said, old=old, new=new)
        if is_undone:
            text = words.t("↩️ {name}, {field}: {new} again.", **said, new=new)
            return Post(text, ((card,),))
        return Post(text, ((_undo(words, change.id), card),))
    if done.outcome is Outcome.SAME:
        return Post(words.t("{name}, {field}: it says {new} already.", **said, new=new), ((card,),))
    if done.outcome is Outcome.TAKEN:
        text = words.t(
            "“{new}” is the name of {owner} already. Please choose another one.",
            new=new,
            owner=clip(done.by, NAME),
        )
        return Post(text, ((_back(words, change.organisation_id), card),))
    who = clip(done.by, NAME) or words.t("Somebody")
    text = words.t(
        "⚠️ {who} changed it meanwhile.\n{name}, {field}: it says {old} now.\nYou wrote: {new}",
        **said,
        who=who,
        old=old,
        new=new,
    )
    mine = button(words.t("Use what I wrote"), pack("organisations.insist", change.id))
    return Post(text, ((mine,), (card_button(words, change.organisation_id, is_kept=True),)))


def answer_below(words: Words) -> Markup:
    """For the press whose question is on its way."""
    return words.t("Please reply to the message that comes now.")


def newcomer(words: Words, asked: int, names: tuple[str, str]) -> Post:
    """Which category? Until then nothing is in the register."""
    text = words.t(
        "➕ <b>{name}</b>, in short {short_name}. Which category is it?\nIf a name is wrong, just"
        " reply to the question once more.",
        name=names[0],
        short_name=names[1],
    )
    choices = [
        button(words.t(CATEGORY_NAMES[category]), pack("organisations.join", asked, place))
        for place, category in enumerate(CATEGORIES)
    ]
    return Post(text, in_rows(choices))


def joined_before(words: Words) -> Markup:
    return words.t("It is in the register already. See /orgs.")


def joined(words: Words, made: Joined) -> Post:
    """It is a member now, or why not."""
    if made.organisation is None:
        text = words.t(
            "{owner} is in the register with this name already. Nothing was added.",
            owner=clip(made.owner, NAME),
        )
        return Post(text)
    one = made.organisation
    text = words.t("✅ {name} is in the register now.", name=clip(one.name, NAME))
    more = button(words.t("✏️ Add more about it"), pack("organisations.edit", one.id))
    return Post(text, ((more,), (card_button(words, one.id),)))


def leaves(words: Words, one: Organisation) -> Post:
    """What it means to leave."""
    text = words.t(
        "🚪 Does {name} leave the alliance?\nIt will be in no list and not be asked any more. What"
        " it did stays on record, and it can come back.",
        name=clip(one.short_name, NAME),
    )
    yes = button(words.t("Yes, it leaves"), pack("organisations.left", one.id))
    return Post(text, ((yes,), (_back(words, one.id),)))


def left(words: Words, one: Organisation) -> Post:
    text = words.t("🚪 {name} has left the alliance.", name=clip(one.short_name, NAME))
    return Post(text, ((_take_back(words, one.id),),))


def is_back(words: Words, one: Organisation) -> Post:
    text = words.t("✅ {name} is in the alliance again.", name=clip(one.short_name, NAME))
    return Post(text, ((card_button(words, one.id),),))


def former(words: Words, every: Sequence[Organisation], number: int) -> Post:
    """Those that have left; their cards have the button to come back."""
    page = page_of(every, number, PAGE)
    text = words.n("{count} has left the alliance", "{count} have left the alliance", len(every))
    shown = [
        button(words.list([clip(one.short_name, LABEL)]), pack("organisations.show", one.id))
        for one in page.items
    ]
    every_one = button(words.t("All organisations"), pack("organisations.all"))
    rows: tuple[Row, ...] = (*in_rows(shown), pager(page, "organisations.former"), (every_one,))
    return Post(text, rows)


def card_button(words: Words, organisation_id: int, *, is_kept: bool = False) -> Button:
    label_ = words.t("Leave it so") if is_kept else words.t("‹ Card")
    return button(label_, pack("organisations.show", organisation_id))


def _take_back(words: Words, organisation_id: int) -> Button:
    return button(words.t("↩️ Comes back"), pack("organisations.back", organisation_id))


def _back(words: Words, organisation_id: int) -> Button:
    return button(words.t("‹ Back"), pack("organisations.edit", organisation_id))


def _undo(words: Words, alteration_id: int) -> Button:
    return button(words.t("↩️ Undo"), pack("organisations.undo", alteration_id))
