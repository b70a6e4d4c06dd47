"""The kinds of organisations, as people call them."""

from locales import message

CATEGORY_NAMES = {
    "street": message("Street office"),
    "community": message("Communities"),
    "enterprise": message("Companies"),
    "social": message("Social organisations"),
    "stationed": message("Stationed units"),
}
"""Headings, one for each of `storage.organisations.CATEGORIES`."""
