"""A notice to take along: the Excel sheet, the picture of the board."""

from commands.kit import Delivery, Export, Making, Press, Role
from commands.notices.files import exports
from commands.notices.reading import showing
from locales import message
from storage.sheets import POSTER, SHEET

PRESSES = (
    Press("notices.sheet", exports.sheet_pressed, who=Role.STAFF),
    Press("notices.poster", exports.poster_pressed, who=Role.STAFF),
)

DELIVERIES = (
    Delivery(
        SHEET,
        Making(exports.make_sheet),
        title=message("Excel sheet of a notice"),
        number=showing.number_of,
    ),
    Delivery(
        POSTER,
        Making(exports.make_poster),
        title=message("Picture of a notice's board"),
        number=showing.number_of,
    ),
)

EXPORTS = (
    Export(
        name="notice",
        chinese=("通知",),
        help=message("Who has answered a notice, as an Excel sheet"),
        handle=exports.sheet,
        example=message("12"),
        by_number=True,
        offers=exports.offers,
    ),
    Export(
        name="board",
        chinese=("看板",),
        help=message("The same as a picture, to show in a meeting"),
        handle=exports.poster,
        example=message("12"),
    ),
)
