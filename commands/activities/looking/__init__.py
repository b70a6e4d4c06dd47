"""Activities as people look at them: lists, one with its album, searches."""

from commands.activities.looking import hits
from commands.activities.looking.lists import SHOW
from commands.kit import Findable
from locales import message
from storage.sources import ACTIVITY

FINDABLE = Findable(
    ACTIVITY,
    title=message("<b>📷 Activities</b>"),
    more=message("More activities ›"),
    show=hits.show,
    press=SHOW,
)
