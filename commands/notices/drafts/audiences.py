"""Whom a draft asks, to be chosen."""

from collections.abc import Iterable

from markupsafe import Markup

from commands.kit import CATEGORY_NAMES, Row, button, clip, in_rows, pack, page_of, pager
from commands.notices.drafts import rosters
from commands.notices.drafts.panels import (
    AUDIENCE,
    COMMUNITIES,
    NAMED,
    PANELS,
    Panel,
    kept_in,
    marked,
    opens,
    press,
)
from commands.notices.rules import counts
from locales import Words, message
from storage.audiences import ALL, CATEGORY, COMMUNITY, EVERYBODY, Audience
from storage.drafts import Proposal
from storage.organisations import CATEGORIES, Organisation

OF_ALL, OF_EVERYBODY, OF_CATEGORY, OF_COMMUNITY, OF_NAMED = range(5)
"""What a button of the audience names."""
NAME = 16
NAMES_A_PAGE = 12
IN_LINE = 8
"""So many chosen organisations are named."""


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


def chosen(whom: Audience, kind: int, which: int, organisation: Organisation | None) -> Audience:
    """Another audience by what the button names; a forged one asks all."""
    if kind == OF_EVERYBODY:
        return Audience(kind=EVERYBODY)
    if kind == OF_CATEGORY and 0 <= which < len(CATEGORIES):
        return whom.with_category(CATEGORIES[which])
    if kind == OF_COMMUNITY and organisation and organisation.community:
        return Audience(kind=COMMUNITY, which=(organisation.community,))
    if kind == OF_NAMED and organisation:
        return whom.with_organisation(organisation.id)
    return Audience(kind=ALL)


def first_of_each_community(register: Iterable[Organisation]) -> list[Organisation]:
    """One organisation for each community that has any, in the register's order."""
    found: dict[str, Organisation] = {}
    for one in register:
        if one.community:
            found.setdefault(one.community, one)
    return list(found.values())


def _audiences(words: Words, proposal: Proposal) -> tuple[Row, ...]:
    notice, register = proposal.notice, proposal.askable
    taken = notice.whom.which if notice.whom.kind == CATEGORY else ()
    everyone = words.t("All {count} organisations", count=len(register))
    categories = [
        button(
            marked(
                words.t("{category} {count}", category=words.t(CATEGORY_NAMES[one]), count=count),
                is_chosen=one in taken,
            ),
            pack("notices.audience", notice.id, OF_CATEGORY, CATEGORIES.index(one)),
        )
        for one, count in counts(register).items()
    ]
    everybody = message("Everybody, each for themselves")
    is_everybody = notice.whom.kind == EVERYBODY
    return (
        (button(everyone, pack("notices.audience", notice.id, OF_ALL, 0)),),
        *in_rows(categories),
        (
            opens(words, notice, COMMUNITIES, message("A community's units")),
            opens(words, notice, NAMED, message("Choose by name")),
        ),
        press(words, notice, "audience", everybody, OF_EVERYBODY, 0, is_chosen=is_everybody),
        *rosters.offered(words, proposal),
    )


def _communities(words: Words, proposal: Proposal) -> tuple[Row, ...]:
    notice = proposal.notice
    taken = notice.whom.which if notice.whom.kind == COMMUNITY else ()
    keys = [
        button(
            marked(words.list([clip(one.community, NAME)]), is_chosen=one.community in taken),
            pack("notices.audience", notice.id, OF_COMMUNITY, one.id),
        )
        for one in first_of_each_community(proposal.askable)
    ]
    return (*in_rows(keys), rosters.keeping(words, proposal))


def _names(words: Words, proposal: Proposal) -> tuple[Row, ...]:
    notice, taken = proposal.notice, proposal.notice.whom.ids
    page = page_of(proposal.askable, int(kept_in(notice) or 1), NAMES_A_PAGE)
    keys = [
        button(
            marked(words.list([clip(one.short_name, NAME)]), is_chosen=one.id in taken),
            pack("notices.audience", notice.id, OF_NAMED, one.id),
        )
        for one in page.items
    ]
    turns = pager(page, "notices.panel", notice.id, PANELS.index(NAMED))
    return (*in_rows(keys), turns, rosters.keeping(words, proposal))


AUDIENCES = (
    Panel(AUDIENCE, _audiences),
    Panel(COMMUNITIES, _communities),
    Panel(NAMED, _names),
)
