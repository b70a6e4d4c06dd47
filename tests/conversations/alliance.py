"""A whole alliance for a conversation: Liuzhai's organisations, its people, and the bot at work."""

import asyncio
from collections.abc import Callable
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from pathlib import Path

from bot.app import GRACE_SECONDS, running
from bot.at_work import AtWork
from bot.clock import moment
from bot.settings import RunSettings
from commands.organisations.rules import decode, read_csv
from simulator.http import Running
from simulator.world import World
from storage import chats, organisations, people
from storage.database import Database
from storage.upgrade import upgrade
from tests.conversations.founding import Founding, taken
from tests.vocabulary import ManualClock, Person
from tests.vocabulary.patience import Patience
from tests.vocabulary.reading import Message
from tests.vocabulary.resting import resting_loop

REGISTER = Path(__file__).parents[2] / "examples" / "liuzhai" / "organisations.csv"
GROUP = "刘寨共建联盟"
STAFF = ("王主任", "小李")
LIAISONS = {
    "陈姐": ("兴隆社区",),
    "小陈": ("兴隆社区",),
    "老周": ("兴隆粮库",),
    "刘敏": ("同乐社区", "郑州联通"),
}
MEMBERS = {"张阿姨": "zh-hans", "Emma": "en"}
NEW: dict[tuple[object, ...], Founding] = {}
"""By moment and people: how the office stands on the very first day."""
WITH_MENUS: dict[tuple[object, ...], Founding] = {}
"""The same once the bot has told Telegram its menus, as most conversations begin."""


@dataclass
class Alliance:
    """Everybody by name: `alliance["王主任"]` is staff, `alliance["陈姐"]` answers for 兴隆社区."""

    simulator: Running
    clock: ManualClock
    data: Path
    group: int = 0
    everybody: dict[str, Person] = field(default_factory=dict)
    quiet: str = "off"
    """Conversations about other things go on at any hour of any day."""
    working_days: bool = False
    is_new: bool = False
    """True: Telegram has no menus of the bot's yet, as on the very first day."""
    bot: AtWork | None = None
    _work: AsyncExitStack = field(default_factory=AsyncExitStack)

    def __getitem__(self, name: str) -> Person:
        return self.everybody[name]

    @property
    def world(self) -> World:
        """The Telegram that they all are on."""
        return self.simulator.world

    async def pinned(self, message: Message) -> None:
        """Waits until the message is pinned in the group."""
        await self.until(lambda: message["message_id"] in self.world.pinned(self.group))

    def menu(self, name: str) -> dict[str, str]:
        """The "/" menu that somebody has in the group: what each command says of itself."""
        entries = self.world.commands(self[name].id, self.group)
        return {entry["command"]: entry["description"] for entry in entries}

    async def menu_has(self, name: str, command: str, says: str) -> None:
        """Waits until a command stands in somebody's menu, in these words."""
        await self.until(lambda: self.menu(name).get(command) == says)

    async def menu_lacks(self, name: str, command: str) -> None:
        """Waits until a command is in somebody's menu no more."""
        await self.until(lambda: command not in self.menu(name))

    def asked(self, method: str) -> int:
        """How often the bot has called a method."""
        return sum(request.method == method for request in self.world.requests)

    async def until(self, true: Callable[[], bool]) -> None:
        """Waits until it is true."""
        found = await Patience(self.clock).until(lambda: true() or None, within=60)
        assert found

    async def shows(self, person: Person, message: Message, text: str) -> None:
        """Waits until a message that somebody sees says it."""
        await self.until(lambda: text in person.reads(message))

    def photos(self) -> list[bytes]:
        """The photos on disk."""
        return [path.read_bytes() for path in self.settings.photos.rglob("*.jpg")]

    @property
    def settings(self) -> RunSettings:
        """What an office would write into `.env`."""
        return RunSettings(
            _env_file=None,
            token=self.simulator.token,
            api_url=self.simulator.url,
            data=self.data,
            quiet=self.quiet,
            working_days=self.working_days,
        )

    async def gather(self) -> None:
        """Founds the group, imports the register, seats the people, and starts the bot."""
        self._meet()
        self.data.mkdir(exist_ok=True)
        key = (moment(self.clock), *(person.id for person in self.everybody.values()))
        if key not in NEW:
            NEW[key] = await self._found()
        knows_menus = key in WITH_MENUS and not self.is_new
        founding = WITH_MENUS[key] if knows_menus else NEW[key]
        founding.give(self.settings.database, self.world)
        await self.start()
        if not knows_menus and not self.is_new:
            await resting_loop().rests()
            WITH_MENUS[key] = NEW[key].after(self.settings.database, self.world)

    async def start(self) -> None:
        """The bot goes to work, or goes on."""
        self._work.enter_context(resting_loop().watching(self._under_way))
        self.bot = await self._work.enter_async_context(running(self.settings, self.clock))

    async def stop(self) -> None:
        """The bot ends as it does on SIGTERM; time goes on for those whom it waits for."""
        passing = asyncio.create_task(Patience(self.clock).pass_time(GRACE_SECONDS))
        await self._work.aclose()
        passing.cancel()
        self.bot = None

    async def restart(self) -> None:
        """As after a power cut that gave warning."""
        await self.stop()
        await self.start()

    def _under_way(self) -> int:
        """What the bot waits for, but for what its Telegram keeps from it on purpose."""
        return self.bot.under_way - self.simulator.api.kept if self.bot else 0

    def _meet(self) -> None:
        world = self.world
        names = dict.fromkeys((*STAFF, *LIAISONS), "zh-hans") | MEMBERS
        members = {name: world.add_person(name, language_code=code) for name, code in names.items()}
        group = world.add_group(
            GROUP,
            members=[person.id for person in members.values()],
            administrators=[members[name].id for name in STAFF],
            bot="absent",
        )
        self.group = group.id
        world.add_bot(members[STAFF[0]].id, group.id, administrator=True)
        self.everybody = {
            name: Person(world, self.clock, person.id, group.id) for name, person in members.items()
        }

    async def _found(self) -> Founding:
        """The register is read, the people are seated, and the group has the bot."""
        upgrade(self.settings.database, moment(self.clock))
        async with Database(self.settings.database) as db:
            await organisations.import_all(db, read_csv(decode(REGISTER.read_bytes())).rows)
            await self._seat(db)
            await db.write(lambda connection: chats.meet(connection, self.group, GROUP))
        return taken(self.settings.database, self.world)

    async def _seat(self, db: Database) -> None:
        now = moment(self.clock)
        register = {one.short_name: one.id for one in await organisations.every(db)}
        for name, person in self.everybody.items():
            await people.remember(db, people.Person(id=person.id, name=name))
        for name in STAFF:
            await people.make_staff(db, self[name].id)
        for name, served in LIAISONS.items():
            for organisation in served:
                await people.appoint(
                    db, self[name].id, register[organisation], self["王主任"].id, now
                )
