"""Asking in one's own words: a sentence goes to the same answer as a command, by rules alone."""

from commands.asking import handlers
from commands.asking.views import DO, FIND
from commands.kit import Feature, Press
from locales import message

FEATURE = Feature(
    name="asking",
    title=message("Questions in your own words"),
    presses=(Press(DO, handlers.chosen), Press(FIND, handlers.look_for)),
    asked=handlers.asked,
)
