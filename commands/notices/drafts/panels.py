"""The choices that a draft's preview opens: whom it asks, what it wants to hear, until when."""

from collections.abc import Iterable

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
from commands.notices.drafts import moments
from commands.notices.drafts.templates import BLANK
from commands.notices.forms import FORM_NAMES
from commands.notices.rules import counts
from locales import Words, message, plain
from storage.audiences import CATEGORY, COMMUNITY, EVERYBODY, Audience
from storage.drafts import Proposal
from storage.notices import DRAFT, FORMS, IMPORTANT, NORMAL, URGENT, Notice
from storage.organisations import CATEGORIES, Organisation

MAIN, AUDIENCE, COMMUNITIES, NAMED = "", "audience", "communities", "named"
FORM, DEADLINE, OPTIONS, PLACES, WORDING = "form", "deadline", "options", "places", "wording"
PANELS = (MAIN, AUDIENCE, COMMUNITIES, NAMED, FORM, DEADLINE, OPTIONS, PLACES, WORDING)
"""Buttons name a panel by its place, so new ones go to the end."""
OF_ALL, OF_EVERYBODY, OF_CATEGORY, OF_COMMUNITY, OF_NAMED = range(5)
"""What a button of the audience names."""
NAME = 16
NAMES_A_PAGE = 12
IN_LINE = 8
"""So many chosen organisations are named."""
WEIGHT_NAMES = {
    NORMAL: message("normal"),
    IMPORTANT: message("important"),
    URGENT: message("urgent"),
}
ASKED = {
    OPTIONS: message(
        "🗳 Which options? Please reply to this message, each in a line of its own (2 to 10)."
    ),
    PLACES: message("🙋 How many places are there? Please reply to this message with a number."),
    WORDING: message("✏️ Please reply to this message with the new text of the notice."),
    DEADLINE: message(
        "⏰ Until when? Press one of the times above, or reply to this message, for example:"
        " tomorrow 3 pm, next Friday, 28 August 18:00."
    ),
}
HINTS = {
    OPTIONS: message("One option in each line"),
    PLACES: message("A number, for example 20"),
    WORDING: message("The new text"),
    DEADLINE: message("For example: next Friday 18:00"),
}


def question(words: Words, notice: Notice) -> Post:
    """What the open panel asks to be answered by a reply; it goes when nothing is asked any more.

    Bot API: a message that asks for a reply cannot be edited, but it can be deleted.
    """
    panel = notice.panel.partition(":")[0]
    if panel not in ASKED or notice.state != DRAFT:
        return Post(words.t("This was answered."), is_withdrawn=True)
    asked = words.t(ASKED[panel])
    if panel == WORDING and BLANK in notice.text:
        asked += Markup("\n\n<code>{}</code>").format(notice.text)
    return Post(asked, placeholder=plain(words.t(HINTS[panel])))


def opens(words: Words, notice: Notice, panel: str, label: str) -> Button:
    """A button that opens a panel."""
    return button(words.t(label), pack("notices.panel", notice.id, PANELS.index(panel)))


def panel(words: Words, proposal: Proposal) -> tuple[Row, ...]:
    """The buttons of the open panel; empty for the preview itself."""
    notice = proposal.notice
    name = notice.panel.partition(":")[0]
    if name not in PANELS or name == MAIN:
        return ()
    rows = _ROWS.get(name, _none)(words, proposal)
    return (*rows, (opens(words, notice, MAIN, message("◀ Back")),))


def _audiences(words: Words, proposal: Proposal) -> tuple[Row, ...]:
    notice, register = proposal.notice, proposal.askable
    chosen = notice.whom.which if notice.whom.kind == CATEGORY else ()
    everyone = words.t("All {count} organisations", count=len(register))
    categories = [
        button(
            _marked(
                words.t("{category} {count}", category=words.t(CATEGORY_NAMES[one]), count=count),
                is_chosen=one in chosen,
            ),
            pack("notices.audience", notice.id, OF_CATEGORY, CATEGORIES.index(one)),
        )
        for one, count in counts(register).items()
    ]
    return (
        (button(everyone, pack("notices.audience", notice.id, OF_ALL, 0)),),
        *in_rows(categories),
        (
            opens(words, notice, COMMUNITIES, message("A community and its units")),
            opens(words, notice, NAMED, message("Choose by name")),
        ),
        _press(
            words,
            notice,
            "audience",
            message("Everybody, each for themselves"),
            OF_EVERYBODY,
            0,
            is_chosen=notice.whom.kind == EVERYBODY,
        ),
    )


def _communities(words: Words, proposal: Proposal) -> tuple[Row, ...]:
    notice = proposal.notice
    chosen = notice.whom.which if notice.whom.kind == COMMUNITY else ()
    keys = [
        button(
            _marked(words.list([clip(one.community, NAME)]), is_chosen=one.community in chosen),
            pack("notices.audience", notice.id, OF_COMMUNITY, one.id),
        )
        for one in first_of_each_community(proposal.askable)
    ]
    return (*in_rows(keys),)


def first_of_each_community(register: Iterable[Organisation]) -> list[Organisation]:
    """One organisation for each community that has any, in the register's order."""
    found: dict[str, Organisation] = {}
    for one in register:
        if one.community:
            found.setdefault(one.community, one)
    return list(found.values())


def _names(words: Words, proposal: Proposal) -> tuple[Row, ...]:
    notice, chosen = proposal.notice, proposal.notice.whom.ids
    number = int(notice.panel.partition(":")[2] or 1)
    page = page_of(proposal.askable, number, NAMES_A_PAGE)
    keys = [
        button(
            _marked(words.list([clip(one.short_name, NAME)]), is_chosen=one.id in chosen),
            pack("notices.audience", notice.id, OF_NAMED, one.id),
        )
        for one in page.items
    ]
    turns = pager(page, "notices.panel", notice.id, PANELS.index(NAMED))
    return (*in_rows(keys), turns)


def _forms(words: Words, proposal: Proposal) -> tuple[Row, ...]:
    notice = proposal.notice
    keys = [
        button(
            _marked(words.t(FORM_NAMES[form]), is_chosen=form == notice.form),
            pack("notices.form", notice.id, place),
        )
        for place, form in enumerate(FORMS)
    ]
    return (*in_rows(keys),)


def _deadlines(words: Words, proposal: Proposal) -> tuple[Row, ...]:
    """The moments that were offered when the panel was opened."""
    notice = proposal.notice
    minutes = filter(None, notice.panel.partition(":")[2].split(","))
    suggested = [moments.of_minutes(int(one)) for one in minutes]
    keys = [
        button(
            Markup("{}").format(words.moment(one, words.zone)),
            pack("notices.deadline", notice.id, int(one.timestamp() // 60)),
        )
        for one in suggested
        if one is not None
    ]
    none = _press(words, notice, "deadline", message("No deadline"), 0)
    return (*in_rows(keys, 1), none)


def _press(
    words: Words,
    notice: Notice,
    name: str,
    label: str,
    *numbers: int,
    is_chosen: bool = False,
) -> Row:
    shown = _marked(words.t(label), is_chosen=is_chosen)
    return (button(shown, pack(f"notices.{name}", notice.id, *numbers)),)


def _marked(label: Markup, *, is_chosen: bool) -> Markup:
    return Markup("✅ ") + label if is_chosen else label


def audience(words: Words, whom: Audience, register: Iterable[Organisation]) -> Markup:
    """Whom a notice asks, in a few words."""
    if whom.kind == EVERYBODY:
        return words.t("everybody, each for themselves")
    if whom.kind == CATEGORY:
        chosen = [one for one in whom.which if one in CATEGORY_NAMES]
        return words.list([words.t(CATEGORY_NAMES[one]) for one in chosen])
    if whom.kind == COMMUNITY:
        communities = words.list([clip(one, NAME) for one in whom.which])
        return words.t("{community} and its units", community=communities)
    if whom.ids:
        names = [clip(one.short_name, NAME) for one in register if one.id in whom.ids]
        return words.list(names[:IN_LINE] + (["…"] if len(names) > IN_LINE else []))
    return words.t("all organisations")


def _places(words: Words, proposal: Proposal) -> tuple[Row, ...]:
    return (_press(words, proposal.notice, "places", message("As many as like"), 0),)


def _none(_words: Words, _proposal: Proposal) -> tuple[Row, ...]:
    """What is answered by a reply has no buttons."""
    return ()


_ROWS = {
    AUDIENCE: _audiences,
    COMMUNITIES: _communities,
    NAMED: _names,
    FORM: _forms,
    DEADLINE: _deadlines,
    PLACES: _places,
}
