"""What the alliance should know, in memory: a notice's way from draft to answers, and who may."""

from collections.abc import Iterator
from dataclasses import dataclass, field

RECEIVED, DIFFICULTY = "收到", "有困难"
DISCARD = 0
"""In the place of a group's id."""


@dataclass
class Notice:
    """A draft until it has a number."""

    id: int
    text: str
    composed_in: int
    preview: int
    groups: tuple[int, ...]
    """Where it can be sent to."""
    is_discarded: bool = False
    number: int = 0
    group: int = 0
    held: tuple[float, float] = (0.0, 0.0)
    """Once sent it can surely be taken back until the first moment, and never after the second."""
    card: int = 0
    answers: dict[str, str] = field(default_factory=dict)
    reasons: dict[str, str] = field(default_factory=dict)

    @property
    def is_decided(self) -> bool:
        return self.is_discarded or self.number > 0

    @property
    def decisions(self) -> tuple[int, ...]:
        """All that can be decided of a draft: the groups, and to discard it."""
        return (DISCARD, *self.groups)

    @property
    def offered(self) -> tuple[int, ...]:
        """What its preview has buttons for: of several groups one is chosen before."""
        return self.decisions if len(self.groups) == 1 else (DISCARD,)


@dataclass
class Model:
    """People by name, organisations by short name."""

    organisations: frozenset[str]
    """All that a notice asks."""
    staff: set[str]
    liaisons: dict[str, set[str]]
    """Whom somebody speaks for; only those who do."""
    notices: list[Notice] = field(default_factory=list)

    @property
    def drafts(self) -> list[Notice]:
        return [notice for notice in self.notices if not notice.is_decided]

    @property
    def sent(self) -> list[Notice]:
        return [notice for notice in self.notices if notice.number]

    def speaks_for(self, name: str) -> set[str]:
        return self.liaisons.get(name, set())

    def who_speaks_for(self, organisation: str) -> set[str]:
        return {name for name, own in self.liaisons.items() if organisation in own}

    def pairs(self) -> Iterator[tuple[str, str]]:
        """Every liaison with each of the own organisations."""
        for name in sorted(self.liaisons):
            for organisation in sorted(self.liaisons[name]):
                yield name, organisation

    def appoint(self, name: str, organisation: str) -> None:
        self.liaisons.setdefault(name, set()).add(organisation)

    def dismiss(self, name: str, organisation: str) -> None:
        self.liaisons[name].discard(organisation)
        if not self.liaisons[name]:
            del self.liaisons[name]

    def send(self, notice: Notice, group: int) -> bool:
        """True: it is sent by this press, under the next number."""
        if notice.is_decided:
            return False
        notice.number, notice.group = len(self.sent) + 1, group
        return True

    def take_back(self, notice: Notice) -> None:
        """It is a draft again, as it was before it was sent."""
        notice.number, notice.group = 0, 0

    def discard(self, notice: Notice) -> bool:
        """True: it is given up by this press."""
        is_first = not notice.is_decided
        notice.is_discarded = notice.is_discarded or is_first
        return is_first

    def answer(self, name: str, notice: Notice, given: str) -> set[str]:
        """The organisations whose answer is another now; their old reason is gone."""
        changed = {one for one in self.speaks_for(name) if notice.answers.get(one) != given}
        for organisation in changed:
            notice.answers[organisation] = given
            notice.reasons.pop(organisation, None)
        return changed

    def explain(self, name: str, notice: Notice, reason: str) -> set[str]:
        """The organisations whose difficulty has this reason now."""
        own = {one for one in self.speaks_for(name) if notice.answers.get(one) == DIFFICULTY}
        notice.reasons |= dict.fromkeys(own, reason)
        return own

    def missing(self, notice: Notice) -> dict[str, set[str]]:
        """Who has not answered, with the liaisons of each."""
        return {
            one: self.who_speaks_for(one) for one in self.organisations if one not in notice.answers
        }

    def owed(self, name: str) -> dict[int, set[str]]:
        """What somebody still has to answer, by the numbers of the notices."""
        own = self.speaks_for(name) & self.organisations
        owed = {notice.number: own - set(notice.answers) for notice in self.sent}
        return {number: missing for number, missing in owed.items() if missing}

    def difficulties(self, notice: Notice) -> dict[str, str]:
        """Why, by organisation; empty where no reason was given."""
        return {
            one: notice.reasons.get(one, "")
            for one, answer in notice.answers.items()
            if answer == DIFFICULTY
        }
