"""Featured activities (风采展示): chosen by staff, shown to a group or its topic."""

from commands.activities import liking
from commands.activities.featuring import choosing, views
from commands.activities.reviewing.cards import FEATURE, WITHDRAW
from commands.kit import Delivery, Press, Role, Urgency
from locales import message
from storage.features import ALBUM, CARD

PRESSES = (
    Press(FEATURE, choosing.opened, Role.STAFF),
    Press(views.CHOOSE, choosing.choose, Role.STAFF),
    Press(views.SEND, choosing.send, Role.STAFF),
    Press(WITHDRAW, choosing.withdraw, Role.STAFF),
)
DELIVERIES = (
    Delivery(
        ALBUM,
        choosing.album,
        title=message("Photos of a featured activity"),
        number=choosing.number_of,
        on_reaction=liking.react_to_feature,
        urgency=Urgency.BOARD,
    ),
    Delivery(
        CARD,
        choosing.card,
        title=message("Card of a featured activity"),
        number=choosing.number_of,
        on_reaction=liking.react_to_feature,
        urgency=Urgency.BOARD,
    ),
)
