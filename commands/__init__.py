"""What people can do: the features, in the order in which they are listed and asked."""

from commands import help as helping, notices, organisations, people
from commands.kit import Feature

FEATURES: tuple[Feature, ...] = (
    notices.FEATURE,
    organisations.FEATURE,
    people.FEATURE,
    helping.FEATURE,
)
