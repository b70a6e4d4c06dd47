"""What staff read when somebody with a role has left a group."""

from markupsafe import Markup

from commands.kit import Post, Row, button, clip, pack
from commands.people.offices import named
from commands.people.ranks import linked, short
from commands.people.rules import CONFIRMED
from locales import Words
from storage.departures import KEPT, OPEN, REMOVED, Departure

GROUP = 40
NAMED = 5
INVITES = 3
LINE = Markup("\n")


def decided(words: Words, *, is_made: bool) -> Markup:
    """What a press came to."""
    return words.t("✅ Noted.") if is_made else words.t("This was decided before.")


def question(words: Words, one: Departure) -> Post:
    """Who left, and what can be done; once decided, what was decided."""
    values = {"name": linked(words, one.person), "group": clip(one.group, GROUP)}
    lines = [words.t("🚪 {name} left the group “{group}”.", **values)]
    names = words.list([short(each) for each in one.organisations[:NAMED]])
    if one.organisations:
        lines.append(words.t("{name} answers for: {names}", name=named(one.person), names=names))
    if one.person.is_staff:
        lines.append(words.t("{name} is staff of the street office.", name=named(one.person)))
    decider = named(one.decider) if one.decider else words.t("a colleague")
    if one.state == OPEN:
        lines.append(words.t("The role stays until you decide."))
    elif one.state == KEPT:
        lines.append(words.t("✅ {decider}: the role stays.", decider=decider))
    elif one.state == REMOVED:
        lines.append(words.t("✅ {decider} took the role back.", decider=decider))
    else:
        lines.append(words.t("✅ Is in the group again, and everything stays as it was."))
    return Post(LINE.join(lines), _choices(words, one))


def confirm(words: Words, one: Departure) -> Post:
    """Asks back."""
    text = words.t(
        "Shall {name} answer no longer for {names}?",
        name=named(one.person),
        names=words.list([short(each) for each in one.organisations[:NAMED]]),
    )
    yes = button(words.t("Yes, remove"), pack("people.departed_remove", one.id, CONFIRMED))
    no = button(words.t("No, keep"), pack("people.departed_keep", one.id))
    return Post(text, ((yes,), (no,)))


def gone(words: Words) -> Markup:
    return words.t("This button is out of date. Type the command again.")


def _choices(words: Words, one: Departure) -> tuple[Row, ...]:
    invites: tuple[Row, ...] = tuple(
        (
            button(
                words.t("Invite somebody for {organisation}", organisation=short(each)),
                pack("people.invite", each.id),
            ),
        )
        for each in one.organisations[:INVITES]
    )
    if one.state == REMOVED:
        return invites
    if one.state != OPEN:
        return ()
    keep_it = (button(words.t("Keep the role"), pack("people.departed_keep", one.id)),)
    if one.person.is_staff:
        invites = (*invites, (button(words.t("Show the staff"), pack("people.staff", 1)),))
    if not one.organisations:
        return (keep_it, *invites)
    take = button(words.t("Remove as liaison"), pack("people.departed_remove", one.id))
    return ((take,), keep_it, *invites)
