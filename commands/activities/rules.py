"""Decisions: who may correct an activity, add to it, and say whose it was."""

import re
from collections.abc import Sequence

from commands.kit import Asker
from storage.activities import Activity
from storage.organisations import Organisation
from storage.partners import DECLINED, NAMED, Partner

COMMAND = re.compile(r"\s*[#/!＃／！](?:report\b|活动)(?:@\w+)?[\s:：,，、]*", re.IGNORECASE)


def without_command(text: str) -> str:
    """A caption's words, as they are without the command that makes a report of them."""
    return COMMAND.sub("", text).strip()


def may_correct(asker: Asker, activity: Activity) -> bool:
    """The reporter, liaisons of the organisation, staff."""
    own = {one.id for one in asker.organisations}
    reported = asker.person.id == activity.reporter_id
    return reported or activity.organisation_id in own or asker.person.is_staff


def may_add(asker: Asker, activity: Activity) -> bool:
    """Photos: who may correct it, and liaisons of the organisations that were part of it."""
    own = {one.id for one in asker.organisations}
    partners = {one.organisation_id for one in activity.partners if one.state != DECLINED}
    return may_correct(asker, activity) or not own.isdisjoint(partners)


def may_answer(asker: Asker, partner: Partner) -> bool:
    """Whether an organisation was part of it, its liaisons say, and staff."""
    return asker.person.is_staff or partner.organisation_id in {o.id for o in asker.organisations}


def own_parts(asker: Asker, activity: Activity) -> tuple[Partner, ...]:
    """The partners that wait for the asker's word; for a press on the card in the group."""
    own = {one.id for one in asker.organisations}
    return tuple(
        one for one in activity.partners if one.organisation_id in own and one.state == NAMED
    )


def choices(asker: Asker, register: Sequence[Organisation]) -> tuple[Organisation, ...]:
    """The organisations that somebody may give an activity to: staff to all, liaisons to theirs."""
    return tuple(register) if asker.person.is_staff else asker.organisations
