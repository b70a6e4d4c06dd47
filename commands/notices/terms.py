"""How much of names stands in the lines and toasts of notices."""

from collections.abc import Sequence

from markupsafe import Markup

from commands.kit import clip
from locales import Words
from storage.boards import Standing
from storage.destinations import Destination
from storage.organisations import Organisation

NAME, SHORT_NAME = 40, 20
"""Characters of people's and organisations' names where they stand in a line of ours."""
GROUP, TOPIC = 24, 16
"""Characters of a group's title, and of a topic's name behind it."""
NAMED, IN_TOAST = 2, 14
"""So many organisations, with so many characters of each, stand in a toast."""


def group_name(title: str) -> Markup:
    """A group by its title, also one that has none."""
    return Markup("{}").format(clip(title, GROUP) or "…")


def place_name(words: Words, place: Destination) -> Markup:
    """A group, or a topic of it."""
    group = group_name(place.title)
    if not place.topic_id:
        return group
    topic = clip(place.topic, TOPIC) if place.topic else words.t("a topic")
    return words.t("{group} · {topic}", group=group, topic=topic)


def answerer(words: Words, standing: Standing) -> Markup:
    """Who gave an organisation's answer; of staff who wrote it down, that they did."""
    name = clip(standing.answered_by, NAME)
    if standing.is_noted:
        return words.t("noted by {name}", name=name)
    return words.list([name])


def named(words: Words, organisations: Sequence[Organisation]) -> Markup:
    """The first organisations by their short names, in the little room that a toast has."""
    names = [clip(one.short_name, IN_TOAST) for one in organisations[:NAMED]]
    if len(organisations) > NAMED:
        names.append("…")
    return words.list(names)
