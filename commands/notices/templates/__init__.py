"""Notices to begin others with: the usual ones, and those that staff keep under a name."""

from commands.kit import Delivery, Press, Role
from commands.notices.reading import showing
from commands.notices.templates import keeping
from locales import message
from storage.templates import TEMPLATE_NAME

PRESSES = (
    Press("notices.keep_template", keeping.ask, who=Role.STAFF),
    Press("notices.templates", keeping.listed, who=Role.STAFF),
    Press("notices.template_gone", keeping.forget, who=Role.STAFF),
)

DELIVERIES = (
    Delivery(
        TEMPLATE_NAME,
        keeping.question,
        title=message("Question about a template"),
        number=showing.number_of,
        on_reply=keeping.keep,
    ),
)
