"""A notice before it is sent: written, changed by buttons and replies, decided once."""

from functools import partial

from commands.kit import Delivery, Making, Press, Role
from commands.notices.drafts import choosing, composing, contents, drafting, hearing, rostering
from commands.notices.reading import showing
from locales import message
from storage.notices import PREVIEW
from storage.revisions import question_of

PRESSES = (
    Press("notices.send", drafting.send, who=Role.STAFF),
    Press("notices.discard", drafting.discard, who=Role.STAFF),
    Press("notices.send_now", drafting.send_now, who=Role.STAFF),
    Press("notices.unsend", drafting.undo, who=Role.STAFF),
    Press("notices.panel", choosing.open_panel, who=Role.STAFF),
    Press("notices.step", choosing.step, who=Role.STAFF),
    Press("notices.steps", composing.begin_steps, who=Role.STAFF),
    Press("notices.audience", choosing.choose_audience, who=Role.STAFF),
    Press("notices.form", choosing.choose_form, who=Role.STAFF),
    Press("notices.deadline", choosing.choose_deadline, who=Role.STAFF),
    Press("notices.places", choosing.choose_places, who=Role.STAFF),
    Press("notices.lead", choosing.choose_lead, who=Role.STAFF),
    Press("notices.weight", choosing.choose_weight, who=Role.STAFF),
    Press("notices.take_off", choosing.take_off, who=Role.STAFF),
    Press("notices.where", choosing.choose_place, who=Role.STAFF),
    Press("notices.private", choosing.choose_private, who=Role.STAFF),
    Press("notices.roster_gone", rostering.forget, who=Role.STAFF),
    Press("notices.template", composing.open_usual, who=Role.STAFF),
    Press("notices.kept", composing.open_kept, who=Role.STAFF),
)

DELIVERIES = (
    Delivery(
        PREVIEW,
        Making(drafting.preview),
        title=message("Preview of a notice"),
        number=showing.number_of,
        proof=("notices.send", "notices.discard", "notices.panel"),
        on_reply=hearing.reply,
    ),
    *(
        Delivery(
            question_of(panel.name),
            partial(drafting.question, panel),
            title=message("Question about a draft"),
            number=showing.number_of,
            on_reply=partial(hearing.reply_to_question, panel.name),
        )
        for panel in contents.ALL
        if panel.asks
    ),
)
