"""The organisations of the alliance."""

from storage.values import Value


class Organisation(Value):
    """A member of the alliance; `category` is one of `CATEGORIES`."""

    id: int
    position: int
    name: str
    short_name: str
    category: str
    community: str = ""
    address: str = ""
    notes: str = ""


CATEGORIES = ("street", "community", "enterprise", "social", "stationed")
"""As in the alliance's register: 街道, 社区, 非公企业, 社会组织, 驻区单位."""
