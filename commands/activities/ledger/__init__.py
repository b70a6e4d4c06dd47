"""The ledger (台账): activities to hand in, as Excel, photos in zip files, CSV, JSON."""

from commands.activities.ledger import asking, making, showing, views
from commands.kit import Delivery, Export, Making, Press, Role
from commands.kit.works import Work
from locales import message
from storage.exports import FILE

PRESSES = (
    Press(views.AS, asking.form_pressed, who=Role.LIAISON),
    Press(views.OF, asking.days_pressed, who=Role.LIAISON),
)
DELIVERIES = (
    Delivery(views.LEDGER, showing.progress, title=message("How far a ledger is")),
    Delivery(FILE, Making(showing.file), title=message("File of a ledger")),
)
EXPORTS = (
    Export(
        name="activities",
        chinese=("活动", "台账"),
        help=message("The ledger of activities, as Excel with photos; also photos, CSV, JSON"),
        handle=asking.ordered,
        example=message("2016-08 Xinglong"),
        who=Role.LIAISON,
        offers=asking.offers,
    ),
)
WORKS = (Work(views.LEDGER, making.gather, making.make),)
