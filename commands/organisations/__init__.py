"""Who belongs to the alliance: the register, by category and by part of a name."""

from commands.kit import Command, Feature, Press
from commands.organisations import handlers
from locales import message

FEATURE = Feature(
    name="organisations",
    title=message("Organisations"),
    commands=(
        Command(
            "orgs",
            ("单位列表", "单位"),
            message("Organisations of the alliance, by category"),
            handlers.orgs,
            example=message("communities"),
        ),
        Command(
            "org",
            ("查单位",),
            message("Look up an organisation by part of its name"),
            handlers.org,
            example=message("Xinglong"),
        ),
    ),
    presses=(
        Press("organisations.all", handlers.show_all),
        Press("organisations.category", handlers.show_category),
        Press("organisations.show", handlers.show),
    ),
)
