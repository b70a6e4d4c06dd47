"""What becomes of a report: its receipt, what it asks, corrections, joint activities."""

from functools import partial

from commands.activities.numbers import itself
from commands.activities.reporting import correcting, corrections, joint, offers, panels, parts
from commands.activities.reporting.fields import QUESTIONS
from commands.activities.reporting.questions import SET_ORGANISATION
from commands.activities.reporting.receipts import FIX, MINE
from commands.kit import Delivery, Press
from locales import message
from storage.partners import ASK, TOLD

PRESSES = (
    *(Press(one.press, partial(corrections.ask, one)) for one in QUESTIONS),
    Press(offers.TAKE, corrections.take),
    Press(offers.ALSO, correcting.also),
    Press(offers.NONE_OF_THEM, corrections.leave_partners),
    Press(offers.MERGE, joint.join),
    Press(offers.APART, joint.keep_apart),
    Press(offers.FIX_ORGANISATION, corrections.choose_organisation),
    Press(SET_ORGANISATION, corrections.set_organisation),
    Press(FIX, correcting.opened),
    Press(MINE, joint.mine),
    Press(parts.SAID, joint.said),
    Press(panels.PANEL, correcting.back),
    Press(panels.DONE, correcting.done),
    Press(offers.KIND, correcting.kinds),
    Press(panels.SET_KIND, correcting.set_kind),
    Press(panels.TAG, correcting.toggle_tag),
    Press(panels.PARTNER_PAGE, correcting.partners),
    Press(panels.PARTNER, correcting.toggle_partner),
    Press(panels.HISTORY, correcting.history),
)
DELIVERIES = (
    Delivery(
        ASK,
        joint.question,
        title=message("Question whether an organisation was part of an activity"),
        unreached=joint.unreached,
    ),
    Delivery(TOLD, joint.declined, title=message("Word that a partner was not part of it")),
    *(
        Delivery(
            one.kind,
            partial(corrections.question_of, one),
            title=message("Question about an activity"),
            number=itself,
            on_reply=partial(corrections.answer, one),
        )
        for one in QUESTIONS
    ),
)
