"""The panel behind ✏️: every fact to correct, kinds and tags, partners by page, and the history."""

from collections.abc import Sequence

from markupsafe import Markup

from commands.activities.looking import facts
from commands.activities.reporting.fields import (
    DATE,
    HOURS,
    JOINED,
    MATERIALS,
    MONEY,
    PLACE,
    SERVED,
    TITLE,
)
from commands.activities.reporting.offers import FIX_ORGANISATION, KIND
from commands.kit import (
    LINKAGE_NAMES,
    Button,
    Post,
    Row,
    button,
    clip,
    in_rows,
    pack,
    page_of,
    pager,
    tag_name,
)
from locales import Words, message
from storage.activities import Activity
from storage.organisations import Organisation
from storage.partners import Partner
from storage.tags import LINKAGES, Tag

PANEL, DONE, TAG, SET_KIND = (
    *("activities.panel", "activities.done", "activities.tag", "activities.kind"),
)
PARTNER, PARTNER_PAGE, HISTORY = (
    *("activities.partner", "activities.partners", "activities.history"),
)
DELETE = "activities.delete"
LABEL = 16
PARTNERS_A_PAGE = 10
FIELDS = {
    DATE: message("📅 Date"),
    TITLE: message("Title"),
    PLACE: message("📍 Place"),
    SERVED: message("Served"),
    JOINED: message("Took part"),
    HOURS: message("⏱ Service time"),
    MONEY: message("💰 Money"),
    MATERIALS: message("📦 Things"),
}


def panel(words: Words, activity: Activity) -> Post:
    """A button for each fact; the record itself stands in the receipt."""
    number = activity.id
    fields = [button(words.t(label), pack(one.press, number)) for one, label in FIELDS.items()]
    others = [
        button(words.t("🏷 Kind and tags"), pack(KIND, number)),
        button(words.t("🏢 Organisation"), pack(FIX_ORGANISATION, number)),
        button(words.t("🤝 Partners"), pack(PARTNER_PAGE, number, 1)),
        button(words.t("🕘 Changes"), pack(HISTORY, number)),
        button(words.t("🗑 Delete"), pack(DELETE, number)),
    ]
    return Post(heading(words, activity, message("what shall be corrected?")), (
        *in_rows([*fields, *others]),
        _done(words, activity),
    ))  # fmt: skip


def kinds(words: Words, activity: Activity, tags: Sequence[Tag]) -> Post:
    """The five, of which one is chosen; below it the tags of that one, each on or off."""
    chosen = [
        button(
            _marked(words.t(LINKAGE_NAMES[one]), is_on=activity.linkage == one),
            pack(SET_KIND, activity.id, place),
        )
        for place, one in enumerate(LINKAGES)
    ]
    mine = {tag.id for tag in activity.tags}
    shown = [tag for tag in tags if tag.linkage == activity.linkage or tag.id in mine]
    toggles = [
        button(_marked(tag_name(words, tag), is_on=tag.id in mine), pack(TAG, activity.id, tag.id))
        for tag in shown
        if tag.is_offered or tag.id in mine
    ]
    rows = (*in_rows(chosen), *in_rows(toggles, 3), back(words, activity))
    return Post(heading(words, activity, message("which kind was it, and which tags fit?")), rows)


def partners(
    words: Words, activity: Activity, register: Sequence[Organisation], number: int
) -> Post:
    """Every other organisation; each press goes on: held it too, helped, neither."""
    others = [one for one in register if one.id != activity.organisation_id]
    page = page_of(others, number, PARTNERS_A_PAGE)
    known = {one.organisation_id: one for one in activity.partners}
    buttons = [
        button(
            _as(words, known.get(one.id), one.short_name),
            pack(PARTNER, activity.id, one.id, page.number),
        )
        for one in page.items
    ]
    question = message("who else was part of it? 🤝 held it too, 🙋 helped or took part.")
    rows = (*in_rows(buttons), pager(page, PARTNER_PAGE, activity.id), back(words, activity))
    return Post(heading(words, activity, question), rows)


def done(words: Words, activity: Activity) -> Post:
    """What is left of the panel."""
    title = facts.name(activity.title)
    return Post(words.t("✅ Activity {number}, {title}", number=activity.id, title=title))


def heading(words: Words, activity: Activity, question: str) -> Markup:
    """What a page of the panel begins with."""
    return words.t(
        "Activity {number}, {title}: {question}",
        number=activity.id,
        title=facts.name(activity.title),
        question=words.t(question),
    )


def _as(words: Words, partner: Partner | None, name: str) -> Markup:
    label = words.list([clip(name, LABEL)])
    if partner is None:
        return label
    return (Markup("🤝 {}") if partner.is_host else Markup("🙋 {}")).format(label)


def _marked(label: Markup, *, is_on: bool) -> Markup:
    return Markup("✅ {}").format(label) if is_on else label


def back(words: Words, activity: Activity) -> Row:
    """To the panel, or away from it."""
    return (_back_button(words, activity), *_done(words, activity))


def _back_button(words: Words, activity: Activity) -> Button:
    return button(words.t("◀ Back"), pack(PANEL, activity.id))


def _done(words: Words, activity: Activity) -> Row:
    return (button(words.t("Done"), pack(DONE, activity.id)),)
