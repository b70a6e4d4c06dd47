"""A notice before it is sent: written, changed by buttons and replies, decided once."""

from commands.kit import Delivery, Press, Role
from commands.notices.drafts import choosing, composing, drafting, hearing
from commands.notices.reading import showing
from locales import message
from storage.drafts import QUESTION
from storage.notices import PREVIEW

PRESSES = (
    Press("notices.send", drafting.send, who=Role.STAFF),
    Press("notices.discard", drafting.discard, who=Role.STAFF),
    Press("notices.unsend", drafting.undo, who=Role.STAFF),
    Press("notices.panel", choosing.open_panel, who=Role.STAFF),
    Press("notices.audience", choosing.choose_audience, who=Role.STAFF),
    Press("notices.form", choosing.choose_form, who=Role.STAFF),
    Press("notices.deadline", choosing.choose_deadline, who=Role.STAFF),
    Press("notices.places", choosing.choose_places, who=Role.STAFF),
    Press("notices.weight", choosing.choose_weight, who=Role.STAFF),
    Press("notices.take_off", choosing.take_off, who=Role.STAFF),
    Press("notices.template", composing.from_template, who=Role.STAFF),
)

DELIVERIES = (
    Delivery(
        PREVIEW,
        drafting.preview,
        title=message("Preview of a notice"),
        number=showing.number_of,
        proof=("notices.send", "notices.discard", "notices.panel"),
        on_reply=hearing.reply,
    ),
    Delivery(
        QUESTION,
        drafting.question,
        title=message("Question about a draft"),
        number=showing.number_of,
        on_reply=hearing.reply,
    ),
)
