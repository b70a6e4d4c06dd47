"""The wire: python-telegram-bot's requests, carried by aiohttp."""

from io import BytesIO
from types import MappingProxyType
from typing import Any

import aiohttp
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, RequestData
from yarl import URL

NEVER_LEFT = (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError)
"""Nobody was reached, or no connection was free in time: the request cannot have arrived."""

SECONDS = MappingProxyType({"read": 5.0, "write": 5.0, "connect": 5.0, "pool": 1.0})
MEDIA_WRITE_SECONDS = 20.0
"""The same as python-telegram-bot's own transport."""
SLOWEST_UPLOAD = 100_000
"""Bytes a second, of an office's line: a file may take as long as that."""


class AiohttpRequest(BaseRequest):
    """Up to `connections` requests at once; each of the library's four timeouts is kept.

    A proxy is taken from HTTPS_PROXY and its like, as the library's own transport does.

    Raises what its own transport raises: TimedOut and NetworkError, with aiohttp's error as the
    cause.
    """

    def __init__(self, connections: int) -> None:
        self._connections = connections
        self._session: aiohttp.ClientSession | None = None
        self.under_way = 0
        """How many requests wait for their answer."""

    @property
    def read_timeout(self) -> float | None:
        """Seconds."""
        return SECONDS["read"]

    async def initialize(self) -> None:
        """Opens the pool; again is no harm."""
        if self._session is None:
            self._session = aiohttp.ClientSession(
                connector=aiohttp.TCPConnector(limit=self._connections),
                cookie_jar=aiohttp.DummyCookieJar(),
                headers={"User-Agent": self.USER_AGENT},
                trust_env=True,
            )

    async def shutdown(self) -> None:
        """Closes the pool; again is no harm."""
        if self._session is not None:
            session, self._session = self._session, None
            await session.close()

    async def do_request(  # noqa: PLR0913, PLR0917 - python-telegram-bot's signature
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: Any = BaseRequest.DEFAULT_NONE,  # noqa: ANN401 - theirs
        write_timeout: Any = BaseRequest.DEFAULT_NONE,  # noqa: ANN401 - theirs
        connect_timeout: Any = BaseRequest.DEFAULT_NONE,  # noqa: ANN401 - theirs
        pool_timeout: Any = BaseRequest.DEFAULT_NONE,  # noqa: ANN401 - theirs
    ) -> tuple[int, bytes]:
        """Makes one request; returns the status and the body."""
        if self._session is None:
            raise RuntimeError("This AiohttpRequest is not initialized!")
        write = _writing(request_data)
        timeout = _timeout(
            _given(read_timeout, SECONDS["read"]),
            _given(write_timeout, write),
            _given(connect_timeout, SECONDS["connect"]),
            _given(pool_timeout, SECONDS["pool"]),
            is_short=method == "POST",
        )
        self.under_way += 1
        try:
            async with self._session.request(
                method,
                URL(url, encoded=True),
                data=_body(request_data),
                timeout=timeout,
                allow_redirects=False,
            ) as response:
                return response.status, await response.read()
        except TimeoutError as error:  # aiohttp's time-outs are all of this kind
            raise TimedOut from error
        except aiohttp.ClientError as error:
            raise NetworkError(f"aiohttp.{type(error).__name__}: {error}") from error
        finally:
            self.under_way -= 1


def _writing(request_data: RequestData | None) -> float:
    """Seconds for what goes out; large files need longer."""
    if request_data is None or not request_data.contains_files:
        return SECONDS["write"]
    contents = [content for _, content, _ in request_data.multipart_data.values()]
    size = sum(len(content) for content in contents if isinstance(content, bytes))
    return MEDIA_WRITE_SECONDS + size / SLOWEST_UPLOAD


def _given(seconds: Any, default: float) -> float | None:  # noqa: ANN401 - theirs
    return default if seconds is BaseRequest.DEFAULT_NONE else seconds


def _timeout(
    read: float | None,
    write: float | None,
    connect: float | None,
    pool: float | None,
    *,
    is_short: bool,
) -> aiohttp.ClientTimeout:
    """One wait for the pool and the connection, as aiohttp has it, and none for writing alone.

    A call that posts has a short answer, so all its time-outs together bound it; a download may
    take as long as bytes keep coming.
    """
    parts = (pool, connect, write, read)
    total = sum(part for part in parts if part is not None) if None not in parts else None
    waits = pool + connect if pool is not None and connect is not None else None
    return aiohttp.ClientTimeout(
        total=total if is_short else None, connect=waits, sock_connect=connect, sock_read=read
    )


def _body(request_data: RequestData | None) -> aiohttp.FormData | dict[str, str] | None:
    if request_data is None or not request_data.contains_files:
        return request_data.json_parameters if request_data else None
    form = aiohttp.FormData(quote_fields=False)  # Telegram shows names as they are sent
    for name, value in request_data.json_parameters.items():
        form.add_field(name, value)
    for name, (filename, content, kind) in request_data.multipart_data.items():
        # read piece by piece: bytes would be written at once, and everybody else would wait
        body = BytesIO(content) if isinstance(content, bytes) else content
        form.add_field(name, body, filename=filename, content_type=kind)
    return form
