"""Features made up for the tests of /help."""

from commands.kit import Command, Feature, Role, Talk, Task


async def nothing(_talk: Talk) -> None:
    """Nobody calls it here."""


NOTICE = Command(
    "notice",
    ("通知",),
    "Send a notice",
    nothing,
    who=Role.STAFF,
    example="Meeting at 3",
    bare=True,
    by_number=nothing,
)
PENDING = Command(
    "pending",
    ("未反馈",),
    "Who is missing",
    nothing,
    who=Role.STAFF,
    tasks=(Task("Who is missing?", Role.STAFF),),
)
REPORT = Command(
    "report",
    ("活动",),
    "Report",
    nothing,
    who=Role.LIAISON,
    example="13 August",
    tasks=(Task("What do I owe?", Role.LIAISON, Role.LIAISON),),
)
ORGS = Command("orgs", ("单位",), "Organisations", nothing, tasks=(Task("Which organisations?"),))
ORG = Command("org", ("查单位",), "One organisation", nothing, example="Jungan")
JOIN = Command("join", (), "By a link", nothing, listed=False)
HELP = Command("help", ("帮助",), "This", nothing)
FEATURES = (
    Feature("notices", "Notices", (NOTICE, PENDING)),
    Feature("activities", "Activities", (REPORT,)),
    Feature("organisations", "Organisations", (ORGS, ORG)),
    Feature("people", "People", (JOIN,)),
    Feature("help", "Help", (HELP,)),
)
