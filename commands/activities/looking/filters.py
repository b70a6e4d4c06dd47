"""Buttons that narrow a list: month, organisation, kind, community, mine; and what they offer."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from markupsafe import Markup

from commands.activities.looking import facts
from commands.activities.looking.scopes import Scope
from commands.kit import LINKAGE_NAMES, Button, Post, Row, button, clip, in_rows, pack
from locales import Words, message
from storage.facets import Month, Share
from storage.organisations import Organisation
from storage.tags import LINKAGES

TURN, FILTER = "activities.page", "activities.filter"
MONTH, OWNER, KIND, COMMUNITY = range(4)
"""By what a list is narrowed, as buttons bear it."""
LABELS = {
    MONTH: message("📅 Month"),
    OWNER: message("🏢 Organisation"),
    KIND: message("🏷 Kind"),
    COMMUNITY: message("🏘 Community"),
}
MONTHS, SHORT = 24, 14
FIRST = 1


def rows(words: Words, scope: Scope) -> tuple[Row, ...]:
    """Below a list in private."""
    choices = [
        button(words.t(label), pack(FILTER, one, *scope.numbers)) for one, label in LABELS.items()
    ]
    mine = replace(scope, is_mine=not scope.is_mine)
    label = words.t("✅ Mine") if scope.is_mine else words.t("👤 Mine")
    last = [_to(label, mine)]
    if not scope.is_any:
        last.append(_to(words.t("✖ All activities"), Scope()))
    return (*in_rows(choices), tuple(last))


def everything(words: Words) -> Row:
    """For who named no activity: the list of all."""
    return (_to(words.t("All activities"), Scope()),)


def months(words: Words, scope: Scope, found: Sequence[Month]) -> Post:
    """Those that have activities, the latest first."""
    buttons = [
        _to(
            words.t(
                "{month} ({count})",
                month=facts.month_of(words, one.year, one.month),
                count=one.count,
            ),
            scope.in_month(one.year, one.month),
        )
        for one in found
    ]
    question = words.t("📅 Of which month?")
    return _choices(question, buttons, _ways(words, scope, scope.in_month(0, 0)), 3)


def kinds(words: Words, scope: Scope, found: Mapping[str, int]) -> Post:
    """The five, those that have activities."""
    buttons = [
        _to(
            words.t("{name} ({count})", name=words.t(LINKAGE_NAMES[one]), count=found[one]),
            replace(scope, linkage=one),
        )
        for one in LINKAGES
        if one in found
    ]
    every = replace(scope, linkage="")
    return _choices(words.t("🏷 Of which kind?"), buttons, _ways(words, scope, every))


def owners(
    words: Words, scope: Scope, found: Sequence[Share], register: Mapping[int, Organisation]
) -> Post:
    """Organisations that have activities of their own."""
    buttons = [
        _to(
            words.t("{name} ({count})", name=clip(one.name, SHORT), count=one.count),
            replace(scope, organisation=register[one.id]),
        )
        for one in found
        if one.id in register
    ]
    every = replace(scope, organisation=None)
    return _choices(words.t("🏢 Of which organisation?"), buttons, _ways(words, scope, every))


def communities(words: Words, scope: Scope, found: Sequence[Organisation]) -> Post:
    """What its organisations did, and what was held there."""
    buttons = [
        _to(words.list([clip(one.community, SHORT)]), replace(scope, community=one))
        for one in found
    ]
    every = replace(scope, community=None)
    return _choices(words.t("🏘 Of which community?"), buttons, _ways(words, scope, every))


def _choices(question: Markup, buttons: Sequence[Button], ways: Row, width: int = 2) -> Post:
    return Post(question, (*in_rows(buttons[:MONTHS], width), ways))


def _ways(words: Words, scope: Scope, every: Scope) -> Row:
    """Back to the list as it was, or with any of these."""
    back = _to(words.t("◀ Back"), scope)
    return (back,) if every == scope else (back, _to(words.t("Any"), every))


def _to(label: Markup, scope: Scope) -> Button:
    return button(label, pack(TURN, *scope.numbers, FIRST))
