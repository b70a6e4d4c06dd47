"""Tables of service points: taken over after a look, and written to be taken along."""

from commands.kit import Delivery, Export, Making, Press, Role
from commands.points.files import exporting, receiving
from commands.points.files.receiving import TABLE
from locales import message
from storage.imports import POINTS, REPORTS
from storage.point_registers import ASK, BOOK, CSV

PRESSES = tuple(
    Press(f"points.{name}", handle, who=Role.STAFF, alone=True)
    for name, handle in {
        "importing": receiving.how_to,
        "template": receiving.template,
        "import": TABLE.apply,
        "import_drop": TABLE.drop,
        "page": TABLE.turn,
        "export": exporting.as_book,
        "csv": exporting.as_csv,
    }.items()
)
A_FILE = message("Service points as a file")
DELIVERIES = (
    Delivery(
        ASK,
        receiving.question,
        title=message("Question for a table of service points"),
        on_reply=receiving.answered,
    ),
    Delivery(
        REPORTS[POINTS],
        TABLE.report,
        title=message("What a table of service points would change"),
    ),
    Delivery(BOOK, Making(exporting.make_book), title=A_FILE),
    Delivery(CSV, Making(exporting.make_csv), title=A_FILE),
)
EXPORTS = (
    Export(
        name="points",
        chinese=("服务点", "服务地图"),
        help=message("Service points with hours and coordinates, as Excel or CSV"),
        handle=exporting.export,
        example=message("all"),
    ),
)
