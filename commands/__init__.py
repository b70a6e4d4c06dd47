"""What people can do: the features, in the order in which they are listed and asked."""

from commands import (
    activities,
    asking,
    courses,
    coverage,
    deliveries,
    exports,
    help as helping,
    notices,
    organisations,
    people,
    phones,
    places,
    preferences,
    privacy,
    search,
    trail,
    unreachable,
    visits,
)
from commands.kit import Feature

FEATURES: tuple[Feature, ...] = (
    helping.FEATURE,
    asking.FEATURE,
    notices.FEATURE,
    activities.FEATURE,
    organisations.FEATURE,
    visits.FEATURE,
    courses.FEATURE,
    coverage.FEATURE,
    people.FEATURE,
    places.FEATURE,
    phones.FEATURE,
    search.FEATURE,
    exports.FEATURE,
    trail.FEATURE,
    privacy.FEATURE,
    preferences.FEATURE,
    deliveries.FEATURE,
    unreachable.FEATURE,
)
