"""The list of tags as staff see it."""

from collections.abc import Sequence

from markupsafe import Markup

from commands.kit import LINKAGE_NAMES, Post, Row, button, clip, in_rows, pack, tag_name
from locales import Words, plain
from storage.tags import LINKAGES, Tag

ALL, OF_KIND, SHOW, OFFER = (
    *("activities.tags", "activities.tags_of", "activities.tag_show", "activities.tag_offer"),
)
NAME = 16
ADD, RENAME = "activities.tag_new", "activities.tag_name"


def kinds(words: Words, tags: Sequence[Tag]) -> Post:
    """A button for each kind, with how many tags it has."""
    buttons = [
        button(
            words.t(
                "{kind} · {count}",
                kind=words.t(LINKAGE_NAMES[one]),
                count=sum(tag.linkage == one and tag.is_offered for tag in tags),
            ),
            pack(OF_KIND, place),
        )
        for place, one in enumerate(LINKAGES)
    ]
    text = words.t(
        "🏷 <b>Tags of activities</b>\nThey are found in captions by their names, and offered below"
        " each kind. A retired tag stays with the activities that have it."
    )
    return Post(text, in_rows(buttons))


def of_kind(words: Words, linkage: str, tags: Sequence[Tag]) -> Post:
    """The tags of a kind, the retired ones marked."""
    shown = [
        button(_marked(words, tag), pack(SHOW, tag.id)) for tag in tags if tag.linkage == linkage
    ]
    new = button(words.t("＋ New tag"), pack(ADD, LINKAGES.index(linkage)))
    text = words.t("🏷 <b>{kind}</b>", kind=words.t(LINKAGE_NAMES[linkage]))
    return Post(text, (*in_rows(shown, 3), (new, button(words.t("◀ Back"), ALL))))


def tag(words: Words, one: Tag) -> Post:
    """One tag, and what can be done with it."""
    state = words.t("offered") if one.is_offered else words.t("retired")
    text = words.t(
        "🏷 {kind} · <b>{name}</b> ({state})",
        kind=words.t(LINKAGE_NAMES[one.linkage]),
        name=_named(words, one),
        state=state,
    )
    offer = words.t("Retire") if one.is_offered else words.t("Offer again")
    first: Row = (
        button(words.t("✏️ Rename"), pack(RENAME, one.id)),
        button(offer, pack(OFFER, one.id)),
    )
    back = button(words.t("◀ Back"), pack(OF_KIND, LINKAGES.index(one.linkage)))
    return Post(text, (first, (back,)))


def new_question(words: Words, linkage: str) -> Post:
    """Asks for the name of a new tag."""
    text = words.t(
        "A new tag of {kind}: what shall it be called? Please reply to this message.",
        kind=words.t(LINKAGE_NAMES[linkage]),
    )
    return Post(text, placeholder=plain(words.t("A short name")))


def name_question(words: Words, one: Tag) -> Post:
    """Asks for another name."""
    text = words.t(
        "Tag {name}: what shall it be called? Please reply to this message.",
        name=clip(one.name, NAME),
    )
    return Post(text, placeholder=plain(words.t("A short name")))


def added(words: Words, one: Tag) -> Markup:
    return words.t(
        "✅ The tag {name} belongs to {kind} now. Captions with this word get it.",
        name=clip(one.name, NAME),
        kind=words.t(LINKAGE_NAMES[one.linkage]),
    )


def renamed(words: Words, name: str) -> Markup:
    return words.t("✅ The tag is called {name} now, with all activities that have it.", name=name)


def taken(words: Words, name: str) -> Markup:
    return words.t(
        "There is a tag called {name} already. Please reply with another name.", name=name
    )


def bad_name(words: Words, most: int) -> Markup:
    return words.t(
        "A tag is a short word, at most {most} characters. Please reply again.", most=most
    )


def unknown(words: Words) -> Markup:
    """For a button that was made by nobody of ours."""
    return words.t("I do not know this tag any more. Type /tags.")


def only_staff(words: Words) -> Markup:
    return words.t("Only staff change the tags.")


def answer_below(words: Words) -> Markup:
    """For the press whose question is on its way."""
    return words.t("Please reply to the message that comes now.")


def _named(words: Words, one: Tag) -> Markup:
    """By its name, and as readers of this language call it."""
    said, name = tag_name(words, one), clip(one.name, NAME)
    return said if plain(said) == name else words.t("{said} ({name})", said=said, name=name)


def _marked(words: Words, one: Tag) -> Markup:
    label = tag_name(words, one)
    return label if one.is_offered else Markup("⏸ {}").format(label)
