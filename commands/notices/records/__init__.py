"""What is on the record of a notice, for staff in private: its history, who saw it, reasons."""

from commands.kit import Press, Role
from commands.notices.records import showing

PRESSES = (
    Press("notices.difficulties", showing.difficulties, who=Role.STAFF),
    Press("notices.seen", showing.seen, who=Role.STAFF),
    Press("notices.history", showing.history, who=Role.STAFF),
    Press("notices.link", showing.link, who=Role.STAFF),
)
