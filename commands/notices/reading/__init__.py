"""A notice as people read it: its card, the whole of it, lists of many."""

from commands.kit import Press
from commands.notices.reading import showing

PRESSES = (Press("notices.show", showing.show_pressed),)
