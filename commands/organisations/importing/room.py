"""What the register's files bring: buttons, messages, an export."""

from commands.kit import Delivery, Export, Making, Press, Role
from commands.organisations.importing import exporting, receiving
from commands.organisations.importing.receiving import REGISTER
from locales import message
from storage.imports import REPORT
from storage.registers import BOOK, CSV

PRESSES = (
    Press("organisations.importing", receiving.how_to, who=Role.STAFF),
    Press("organisations.template", receiving.template, who=Role.STAFF),
    Press("organisations.import", REGISTER.apply, who=Role.STAFF),
    Press("organisations.drop", REGISTER.drop, who=Role.STAFF),
    Press("organisations.turn", REGISTER.turn, who=Role.STAFF),
    Press("organisations.export", exporting.as_book, who=Role.STAFF),
    Press("organisations.csv", exporting.as_csv, who=Role.STAFF),
)

DELIVERIES = (
    Delivery(REPORT, REGISTER.report, title=message("What a register's file would change")),
    Delivery(BOOK, Making(exporting.make_book), title=message("The register as a file")),
    Delivery(CSV, Making(exporting.make_csv), title=message("The register as a file")),
)

EXPORTS = (
    Export(
        name="organisations",
        chinese=("单位", "名册", "单位名册"),
        help=message("The register of organisations, as Excel or CSV"),
        handle=exporting.export,
        example=message("all"),
    ),
)
