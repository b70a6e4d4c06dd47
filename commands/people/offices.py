"""The street office's staff: who they are, and how one becomes one of them."""

from collections.abc import Sequence

from markupsafe import Markup

from commands.kit import Post, Row, button, clip, pack, page_of, pager, private_link
from commands.people.rules import CONFIRMED, may_be_removed
from locales import Words
from storage.people import Leave, Person

NAME = 30
IN_GROUP = 20
PAGE = 8


def in_group(words: Words, staff: Sequence[Person]) -> Post:
    """Names only; who may go is decided in private."""
    names = words.list([named(person) for person in staff[:IN_GROUP]])
    text = words.n(
        "{count} is staff: {names}", "{count} are staff: {names}", len(staff), names=names
    )
    more = private_link(words.t("Manage in private"), "staff")
    return Post(text + Markup("\n") + _how_to(words), ((more,),))


def in_private(words: Words, staff: Sequence[Person], asker: Person, number: int) -> Post:
    """A page of the staff with a button to remove each of the others."""
    page = page_of(staff, number, PAGE)
    lines = [words.n("<b>{count} is staff</b>", "<b>{count} are staff</b>", len(staff))]
    for person in page.items:
        name, user = named(person), str(person.id)
        lines.append(words.t("{name} <code>{id}</code>", name=name, id=user))
    removals: list[Row] = [
        (button(words.t("Remove {name}", name=named(one)), pack("people.remove_staff", one.id)),)
        for one in may_be_removed(page.items, asker)
    ]
    text = Markup("\n").join([*lines, Markup(), _how_to(words)])
    return Post(text, (*removals, pager(page, "people.staff")))


def _how_to(words: Words) -> Markup:
    return words.t(
        "To make a colleague staff, reply in the group to a message of the colleague's with"
        " <code>/staff</code>"
    )


def made(words: Words, person: Person, *, is_new: bool) -> Post:
    """After a reply with /staff."""
    name = named(person)
    if not is_new:
        return Post(words.t("{name} is staff already.", name=name))
    text = words.t(
        "✅ {name} is staff now: may send notices, see who has not answered, and appoint liaisons."
        " Wrong person? /staff in private takes it back.",
        name=name,
    )
    return Post(text, ((private_link(words.t("Open our private chat"), "start"),),))


def unseen(words: Words) -> Markup:
    """For a reply to somebody whom Telegram does not show."""
    return words.t(
        "I cannot see who wrote that message: an anonymous administrator, a channel or a bot."
        " Reply to a message that the person wrote under the own name."
    )


def confirm_removal(words: Words, person: Person) -> Post:
    """Asks back, as a thumb slips easily."""
    text = words.t(
        "Shall {name} no longer be staff? The links that {name} gave out end as well.",
        name=named(person),
    )
    yes = button(words.t("Yes, remove"), pack("people.remove_staff", person.id, CONFIRMED))
    return Post(text, ((yes,), (button(words.t("No, keep"), pack("people.staff", 1)),)))


def removed(words: Words, person: Person, leave: Leave) -> Post:
    """What became of it."""
    sentences = {
        Leave.DONE: words.t("✅ {name} is no longer staff.", name=named(person)),
        Leave.NO_STAFF: words.t("{name} was not staff any more.", name=named(person)),
        Leave.LAST: words.t(
            "{name} is the last of the staff and stays. Make somebody else staff first.",
            name=named(person),
        ),
    }
    back = button(words.t("Back to the staff"), pack("people.staff", 1))
    return Post(sentences[leave], ((back,),))


def not_oneself(words: Words) -> Markup:
    return words.t("You cannot remove yourself. Ask a colleague to do it.")


def not_met(words: Words) -> Markup:
    """For a button with a person nobody knows."""
    return words.t("I have not met this person. Reply to a message of theirs in the group.")


def named(person: Person) -> str:
    """The name, or the number of somebody who has not written yet."""
    return clip(person.name, NAME) or str(person.id)
