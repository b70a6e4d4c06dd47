"""The calendar (日历): what is on, once or again and again; people sign up and are reminded."""

from commands.calendar import (
    changing,
    choices,
    drafts,
    files,
    handlers,
    hits,
    panels,
    planning,
    signing,
    telling,
    weeks,
)
from commands.calendar.asked import ASKED
from commands.calendar.cards import FILE, JOIN, LEAVE, LESS, MANAGE, MORE, NAMES, OPEN, WEEK
from commands.kit import (
    Command,
    Delivery,
    Export,
    Feature,
    Findable,
    Job,
    Making,
    Press,
    Role,
    Task,
    Urgency,
)
from locales import message
from storage import signups
from storage.announcements import CARD
from storage.signups import EVENING
from storage.sources import ANNOUNCEMENT

FEATURE = Feature(
    name="calendar",
    title=message("Calendar"),
    commands=(
        Command(
            name="week",
            chinese=("本周", "日历"),
            help=message("What is on this week: activities, meetings, deadlines"),
            handle=handlers.week,
            example=message("next week"),
            tasks=(Task(message("What is on this week?"), is_alone=True),),
        ),
        Command(
            name="month",
            chinese=("本月",),
            help=message("The month as a calendar"),
            handle=handlers.month,
            example=message("September"),
        ),
        Command(
            name="signups",
            chinese=("我的报名",),
            help=message("What you signed up for"),
            handle=handlers.mine,
            personal=True,
            tasks=(Task(message("What am I signed up for?")),),
        ),
        Command(
            name="event",
            chinese=("活动日程",),
            help=message("One activity: when, where, and who signs up"),
            handle=handlers.event,
            listed=False,
        ),
    ),
    questions=ASKED,
    presses=(
        Press(WEEK, handlers.week_turned),
        Press(weeks.MONTH, handlers.month_turned),
        Press(weeks.SHOWN_DAY, handlers.day_shown),
        Press(weeks.ALL, files.take_all),
        Press(OPEN, handlers.opened),
        Press(FILE, files.take),
        Press(JOIN, signing.join),
        Press(MORE, signing.more),
        Press(LESS, signing.less),
        Press(LEAVE, signing.leave),
        Press(NAMES, files.names, Role.LIAISON),
        Press(files.SHEET, files.sheet, Role.LIAISON),
        Press(MANAGE, changing.manage, Role.LIAISON),
        Press(choices.ASK, changing.ask, Role.LIAISON),
        Press(panels.OFF, changing.off, Role.LIAISON),
        Press(panels.OFF_ALL, changing.off_all, Role.LIAISON),
        Press(choices.PANEL, drafts.panel, Role.LIAISON),
        Press(panels.MEETING, drafts.meeting, Role.LIAISON),
        Press(choices.SET_RULE, drafts.set_rule, Role.LIAISON),
        Press(choices.SET_END, drafts.set_end, Role.LIAISON),
        Press(choices.SET_HOLIDAYS, drafts.set_holidays, Role.LIAISON),
        Press(choices.SET_TIME, drafts.set_time, Role.LIAISON),
        Press(choices.SET_ROOM, drafts.set_room, Role.LIAISON),
        Press(choices.SET_DAY, drafts.set_day, Role.LIAISON),
        Press(panels.PUBLISH, drafts.publish, Role.LIAISON),
        Press(panels.DISCARD, drafts.discard, Role.LIAISON),
    ),
    deliveries=(
        Delivery(
            CARD,
            Making(drafts.card),
            title=message("Card of an announced activity"),
            urgency=Urgency.BOARD,
        ),
        *changing.questions(),
        Delivery(
            signups.MOVED_UP,
            telling.moved_up,
            unreached=telling.unreached,
            title=message("News of a free place"),
        ),
        Delivery(
            signups.EVE,
            telling.eve,
            unreached=telling.unreached,
            title=message("Reminder of an activity"),
            urgency=Urgency.BROADCAST,
        ),
        Delivery(
            signups.CHANGED,
            telling.changed,
            unreached=telling.unreached,
            title=message("News of a changed activity"),
            urgency=Urgency.BROADCAST,
        ),
        Delivery(
            signups.OFF,
            telling.off,
            unreached=telling.unreached,
            title=message("News that an activity is off"),
            urgency=Urgency.BROADCAST,
        ),
        Delivery(files.ONE, Making(files.make_one), title=message("Calendar file")),
        Delivery(files.EVERY, Making(files.make_all), title=message("Calendar file")),
        Delivery(files.BOOK, Making(files.make_book), title=message("Excel sheet of who comes")),
    ),
    jobs=(Job(EVENING, signing.evening),),
    hourly=(planning.look_ahead,),
    exports=(
        Export(
            name="calendar",
            chinese=("日历",),
            help=message("All that is on, as a calendar file for phones and computers"),
            handle=files.export,
            example=message("calendar"),
            who=Role.LIAISON,
        ),
    ),
    findables=(
        Findable(
            ANNOUNCEMENT,
            title=message("<b>🗓 Announced</b>"),
            more=message("More that is announced ›"),
            show=hits.show,
            press=OPEN,
            row=2,
        ),
    ),
)
