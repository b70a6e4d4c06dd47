"""Why words were not taken, in words that say what to do next."""

from markupsafe import Markup

from commands.activities.faults import Fault
from locales import Words, message

REASONS = {
    Fault.NO_DAY: message("I found no date in this. Write it like 13 August, or yesterday."),
    Fault.SEVERAL_DAYS: message("There are several days in this. Write one alone."),
    Fault.IMPOSSIBLE_DAY: message("There is no such day in the calendar."),
    Fault.FUTURE_DAY: message("This day is yet to come. A report is about the past or today."),
    Fault.LUNAR_DAY: message("I do not reckon the lunar calendar. Write it like 13 August."),
    Fault.NO_NUMBER: message("I found no number in this. Write it like 30."),
    Fault.SEVERAL_NUMBERS: message("There are several numbers in this. Write one alone."),
    Fault.NEGATIVE_NUMBER: message("A number cannot be less than 0."),
    Fault.TOO_MANY: message("That is more than a million people. Is there a digit too many?"),
    Fault.NO_TITLE: message("I found no words in this. A title is a few words."),
    Fault.TOO_LONG: message("That is too long. A few words are enough."),
    Fault.NO_HOURS: message("I found no single length of time in this. Write it like 2 hours."),
    Fault.TOO_MANY_HOURS: message("That is more than a month. Is there a digit too many?"),
    Fault.NO_MONEY: message("I found no whole sum of yuan in this. Write it like 5000."),
    Fault.TOO_MUCH_MONEY: message(
        "That is more than a hundred million yuan. Is there a digit too many?"
    ),
    Fault.NO_PLACE: message("I found no words in this. A place is a few words."),
    Fault.NO_MATERIALS: message("I found no words in this. Write what was given, and how much."),
    Fault.SEVERAL_THINGS: message("I do not know all of these things. Write them in one line."),
}


def reason(words: Words, fault: Fault) -> Markup:
    """Why it was not taken."""
    return words.t(REASONS[fault])
