"""The history of a record: what was changed, by whom; what staff asked, and was answered."""

from collections.abc import Sequence

from markupsafe import Markup

from commands.activities.looking import facts, standings
from commands.activities.looking.standings import STATES
from commands.activities.reporting.panels import back, heading
from commands.kit import LINKAGE_NAMES, Post, clip
from locales import Words, message
from storage.activities import Activity
from storage.activity_history import Revision
from storage.queries import Query
from storage.unsure import PARTNERS

LABEL = 16
REVISIONS = 12
QUERIES = 2
WORDS = 24
OTHER = message("something else")
CHANGED = {
    "organisation_id": message("organisation"),
    "title": message("title"),
    "held_on": message("date"),
    "served": message("served"),
    "joined": message("took part"),
    "linkage": message("kind"),
    "place": message("place"),
    "minutes": message("service time"),
    "money": message("money"),
    "materials": message("things given"),
    "tags": message("tags"),
    PARTNERS: message("partners"),
    "accounts": message("joined reports"),
    "caption": message("words"),
    "state": message("state"),
    "featured": message("featured"),
    "deleted": message("deleted"),
}


def history(
    words: Words, activity: Activity, revisions: Sequence[Revision], asked: Sequence[Query] = ()
) -> Post:
    """What was changed, the latest first; then what was asked."""
    lines = [_change(words, one) for one in revisions[:REVISIONS]]
    if not lines:
        lines = [words.t("Nothing was changed yet.")]
    elif len(revisions) > REVISIONS:
        lines.append(words.t("… and {count} earlier", count=len(revisions) - REVISIONS))
    first = heading(words, activity, message("what was changed:"))
    lines += standings.talk(words, asked[:QUERIES])
    return Post(facts.LINE.join([first, *lines]), (back(words, activity),))


def _change(words: Words, one: Revision) -> Markup:
    return words.t(
        "{moment} {person}: {what} {before} → {after}",
        moment=words.moment(one.changed_at, words.zone),
        person=clip(one.person, LABEL),
        what=words.t(CHANGED.get(one.field, OTHER)),
        before=_value(words, one, one.before),
        after=_value(words, one, one.after),
    )


def _value(words: Words, one: Revision, value: str) -> Markup:
    if not value:
        return Markup("—")
    if one.field == "linkage":
        return words.t(LINKAGE_NAMES[value])
    if one.field == "state" and value in STATES:
        return words.t(STATES[value])
    if one.field == "deleted":
        return standings.reason(words, value)
    return words.list([clip(value, WORDS)])
