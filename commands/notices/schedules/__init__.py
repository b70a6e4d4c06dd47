"""Notices that go out by themselves: set on a draft, listed, and what happens when one is due."""

from commands.kit import Command, Delivery, Job, Making, Press, Role
from commands.notices.reading import showing
from commands.notices.schedules import listing, occurring, setting
from locales import message
from storage.occurrences import MISSED, OCCURRED
from storage.schedules import OCCUR

COMMAND = Command(
    name="scheduled",
    chinese=("定时",),
    help=message("Notices that go out by themselves: skip, pause, change, stop"),
    handle=listing.scheduled,
    who=Role.STAFF,
)

PRESSES = (
    Press("notices.schedule", setting.choose_first, who=Role.STAFF),
    Press("notices.repeat", setting.repeat, who=Role.STAFF),
    Press("notices.hour", setting.choose_hour, who=Role.STAFF),
    Press("notices.within", setting.choose_within, who=Role.STAFF),
    Press("notices.unschedule", setting.drop, who=Role.STAFF),
    Press("notices.schedule_show", listing.show, who=Role.STAFF),
    Press("notices.skip", listing.skip, who=Role.STAFF),
    Press("notices.pause", listing.pause, who=Role.STAFF),
    Press("notices.go_on", listing.go_on, who=Role.STAFF),
    Press("notices.send_one", listing.send_one, who=Role.STAFF),
    Press("notices.reschedule", listing.change, who=Role.STAFF),
    Press("notices.stop", listing.stop, who=Role.STAFF),
)

DELIVERIES = (
    Delivery(
        OCCURRED,
        Making(occurring.occurred),
        title=message("Scheduled notice that went out"),
        number=showing.number_of,
    ),
    Delivery(MISSED, Making(occurring.missed), title=message("Scheduled notice that was too late")),
)

JOBS = (Job(OCCUR, occurring.occur),)
