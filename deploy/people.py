"""Who plays in the demo: made-up people, seated in the real organisations of the sample data."""

from dataclasses import dataclass

GROUP = "刘寨街道共建联盟"


@dataclass(frozen=True)
class Player:
    """Somebody of the demo; liaisons bear the short name of their organisation."""

    id: int
    name: str
    organisation: str = ""
    language: str = "zh-hans"


STAFF = (Player(1001, "王主任"), Player(1002, "小李（街道）"))
LIAISONS = tuple(
    Player(2001 + number, f"{name}（{organisation}）", organisation)
    for number, (name, organisation) in enumerate(
        (
            ("陈姐", "兴隆社区"),
            ("老周", "兴隆粮库"),
            ("孙老师", "军干四所"),
            ("刘敏", "同乐社区"),
            ("马会计", "清华园社区"),
            ("赵书记", "粮运社区"),
            ("郭姐", "裕华社区"),
            ("何警官", "惠济法院"),
        )
    )
)
MEMBERS = (Player(3001, "张阿姨"), Player(3002, "Emma", language="en"))


def world() -> dict[str, object]:
    """The simulator's world file: everybody in one group, with the bot as administrator."""
    everybody = (*STAFF, *LIAISONS, *MEMBERS)
    return {
        "people": [
            {"id": p.id, "first_name": p.name, "language_code": p.language} for p in everybody
        ],
        "groups": [
            {
                "title": GROUP,
                "type": "supergroup",
                "members": [p.id for p in everybody],
                "administrators": [p.id for p in STAFF],
                "bot": "administrator",
            }
        ],
    }
