"""Which kind of organisation a word means."""

from storage.organisations import CATEGORIES, folded

CALLED = {
    "street": ("街道", "街道办", "街道办事处", "street office"),
    "community": ("社区", "communities"),
    "enterprise": ("非公企业", "企业", "非公", "公司", "enterprises", "company", "companies"),
    "social": ("社会组织", "社会", "social organisation", "social organisations"),
    "stationed": ("驻区单位", "驻辖区单位", "驻区", "驻辖区", "stationed unit", "stationed units"),
}
"""What people also type for them, in both languages."""

POSSIBLE = ", ".join(f"{category} {CALLED[category][0]}" for category in CATEGORIES)
"""What may stand in the register's column, for who wrote something else."""

_BY_WORD = {
    folded(word): category for category in CATEGORIES for word in (category, *CALLED[category])
}


def category_of(words: str) -> str | None:
    """The category that is meant; None for a word that is none of them."""
    return _BY_WORD.get(folded(words))
