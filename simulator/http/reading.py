"""A request's parameters and files, however it brought them."""

import json
from typing import Any

from starlette.datastructures import UploadFile
from starlette.requests import Request

from simulator.world import Upload
from simulator.world.refusal import bad

FIELD_BYTES = 10 * 1024 * 1024
FORMS = ("application/x-www-form-urlencoded", "multipart/form-data")
File = tuple[str, Upload]


async def parameters(request: Request) -> tuple[dict[str, Any], dict[str, Upload]]:
    """Bot API: query string, form, multipart and JSON are all ways to ask."""
    kind = request.headers.get("content-type", "").lower()
    given: dict[str, Any] = {}
    files: list[File] = []
    if kind.startswith("application/json"):
        given = _object(await request.body())
    elif kind.startswith(FORMS):
        given, files = await form(request)
    return {**request.query_params, **given}, dict(files)


async def form(request: Request) -> tuple[dict[str, Any], list[File]]:
    """A form's fields, and its files, of which several may have one name."""
    fields: dict[str, Any] = {}
    files: list[File] = []
    async with request.form(max_part_size=FIELD_BYTES) as parts:
        for name, value in parts.multi_items():
            if isinstance(value, UploadFile):
                files.append((name, await _upload(value)))
            else:
                fields[name] = value
    return fields, files


async def hung_up(request: Request) -> None:
    """Returns when the client is gone."""
    while (await request.receive())["type"] != "http.disconnect":
        continue


def _object(body: bytes) -> dict[str, Any]:
    try:
        value = json.loads(body or b"{}")
    except (ValueError, RecursionError) as error:
        raise bad("can't parse JSON object") from error
    if not isinstance(value, dict):
        raise bad("JSON object expected")
    return value


async def _upload(file: UploadFile) -> Upload:
    kind = file.content_type or "application/octet-stream"
    return Upload(file.filename or "file", kind, await file.read())
