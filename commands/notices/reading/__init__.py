"""A notice as people read it: its card, the whole of it, lists of many."""

from commands.kit import Findable, Press
from commands.notices.reading import enclosing, hits, showing
from locales import message
from storage.sources import NOTICE

PRESSES = (
    Press("notices.show", showing.show_pressed),
    Press("notices.enclosed", enclosing.show),
)
FINDABLE = Findable(
    NOTICE,
    title=message("<b>📢 Notices</b>"),
    more=message("More notices ›"),
    show=hits.show,
    press="notices.show",
)
