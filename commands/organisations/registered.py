"""What the register says of one organisation, as lines of its card."""

from collections.abc import Iterator

from markupsafe import Markup

from commands.kit import CATEGORY_NAMES, clip
from locales import Words
from storage.organisations import Organisation

NAME = 100
FORMER = 4
"""So many former names are told."""


def registered(words: Words, organisation: Organisation, most: int) -> Iterator[Markup]:
    """A line for each fact, cut to so many characters; what nobody knows is not shown."""
    yield words.t("🏢 <b>{name}</b>", name=clip(organisation.name, NAME))
    category = words.t(CATEGORY_NAMES[organisation.category])
    short_name = clip(organisation.short_name, NAME)
    yield words.t("{short_name} · {category}", short_name=short_name, category=category)
    if organisation.retired_at is not None:
        day = words.day(organisation.retired_at.astimezone(words.zone).date())
        yield words.t("🚪 Left the alliance: {day}", day=day)
    if organisation.once_called:
        names = [clip(name, most // 2) for name in organisation.once_called[:FORMER]]
        yield words.t("Formerly: {names}", names=words.list(names))
    if organisation.community and organisation.community != organisation.short_name:
        yield words.t("Community: {community}", community=clip(organisation.community, most))
    if organisation.address:
        yield words.t("Address: {address}", address=clip(organisation.address, most))
    if organisation.phone:
        yield words.t("☎️ {phone}", phone=clip(organisation.phone, most))
    if organisation.hours:
        yield words.t("🕘 {hours}", hours=clip(organisation.hours, most))
    if organisation.offers:
        yield words.t("Can offer: {offers}", offers=clip(organisation.offers, most))
    if organisation.needs:
        yield words.t("Needs: {needs}", needs=clip(organisation.needs, most))
    if organisation.notes:
        yield words.t("Notes: {notes}", notes=clip(organisation.notes, 2 * most))
