"""What people can do: the features, in the order in which they are listed and asked."""

from commands import notices
from commands.kit import Feature

FEATURES: tuple[Feature, ...] = (notices.FEATURE,)
