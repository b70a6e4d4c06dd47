"""Phone numbers: given by their owner alone, with a word about who sees them, and taken back."""

from commands.kit import Command, Feature, Press
from commands.phones import handlers
from commands.phones.questions import QUESTIONS
from locales import message

FEATURE = Feature(
    name="phones",
    title=message("Phone numbers"),
    commands=(
        Command(
            "phone",
            ("电话",),
            message("Let the street office have your phone number, or take it back"),
            handlers.phone,
            personal=True,
            example=message("13800000000"),
        ),
    ),
    questions=QUESTIONS,
    presses=(
        Press("phones.save", handlers.save),
        Press("phones.leave", handlers.leave),
        Press("phones.take_back", handlers.take_back),
    ),
    contact=handlers.shared,
)
