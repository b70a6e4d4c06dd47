"""A request's parameters and files, however it brought them."""

from typing import Any

from starlette.datastructures import UploadFile
from starlette.requests import Request

from simulator.world import Upload

FIELD_BYTES = 10 * 1024 * 1024


async def parameters(request: Request) -> tuple[dict[str, Any], dict[str, Upload]]:
    """Bot API: query string, form, multipart and JSON are all ways to ask."""
    values: dict[str, Any] = dict(request.query_params)
    files: dict[str, Upload] = {}
    kind = request.headers.get("content-type", "")
    if kind.startswith("application/json"):
        body = await request.json()
        values |= body if isinstance(body, dict) else {}
    elif kind.startswith(("application/x-www-form-urlencoded", "multipart/form-data")):
        async with request.form(max_part_size=FIELD_BYTES) as form:
            for name, value in form.multi_items():
                if isinstance(value, UploadFile):
                    files[name] = await upload(value)
                else:
                    values[name] = value
    return values, files


async def upload(file: UploadFile) -> Upload:
    """A file as the world takes it."""
    kind = file.content_type or "application/octet-stream"
    return Upload(file.filename or "file", kind, await file.read())
