"""Windows of the page through which several people look at one world."""

from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode, urlsplit

from playwright.async_api import Browser, BrowserContext, ConsoleMessage, Page, Request

from simulator.world import World

PHONE = 800  # narrower than this is a phone
ZONE = "Asia/Shanghai"
HERE = {"127.0.0.1", "localhost"}


@dataclass(frozen=True)
class Scene:
    """A group with the bot, the leader Ann and the member Ben; the bot's side is played by hand."""

    world: World
    ann: int
    ben: int
    group: int

    def bot(self, method: str, **params: object) -> Any:  # noqa: ANN401 -- any JSON
        return self.world.call(method, params, {})

    def says(
        self, html: str, keyboard: object = None, chat: int | None = None, **more: object
    ) -> int:
        """The bot sends a message to the group; answers its id."""
        markup = {"reply_markup": {"inline_keyboard": keyboard}} if keyboard else {}
        params = {"chat_id": chat or self.group, "text": html, "parse_mode": "HTML"}
        return int(self.bot("sendMessage", **params, **markup, **more)["message_id"])


@dataclass
class Windows:
    """Opens the page as a person; `errors` and `strangers` must be empty when the test ends."""

    browser: Browser
    url: str
    errors: list[str] = field(default_factory=list)
    strangers: list[str] = field(default_factory=list)
    contexts: list[BrowserContext] = field(default_factory=list)

    async def __call__(
        self,
        person: int | None,
        width: int = 360,
        *,
        dark: bool = False,
        chat: int | None = None,
        lang: str = "zh",
    ) -> Page:
        phone = width < PHONE
        context = await self.browser.new_context(
            viewport={"width": width, "height": 740 if phone else 800},
            color_scheme="dark" if dark else "light",
            timezone_id=ZONE,
            has_touch=phone,
            is_mobile=phone,
            reduced_motion="reduce",
        )
        self.contexts.append(context)
        context.set_default_timeout(8000)
        page = await context.new_page()
        page.on("console", self._console)
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("request", self._requested)
        given = {"person": person, "chat": chat, "lang": lang}
        query = urlencode({name: value for name, value in given.items() if value is not None})
        await page.goto(f"{self.url}/?{query}")
        ready = "[data-ready]" if person is not None else "[data-testid=welcome]"
        await page.wait_for_selector(ready)
        return page

    async def close(self) -> None:
        for context in self.contexts:
            await context.close()

    def _console(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            self.errors.append(f"{message.text} {message.location.get('url', '')}")

    def _requested(self, request: Request) -> None:
        address = urlsplit(request.url)
        if address.scheme not in {"data", "blob"} and address.hostname not in HERE:
            self.strangers.append(request.url)
