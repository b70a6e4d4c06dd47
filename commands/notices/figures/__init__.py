"""How fast notices are answered, and what helps: figures for staff, never a ranking."""

from commands.kit import Press, Role
from commands.notices.figures import showing

PRESSES = (
    Press("notices.figures", showing.by_notice, who=Role.STAFF),
    Press("notices.habits", showing.by_organisation, who=Role.STAFF),
)
