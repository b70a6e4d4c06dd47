"""A notice as people read it: its card, the whole of it, lists of many."""

from commands.kit import Press
from commands.notices.reading import enclosing, showing

PRESSES = (
    Press("notices.show", showing.show_pressed),
    Press("notices.enclosed", enclosing.show),
)
