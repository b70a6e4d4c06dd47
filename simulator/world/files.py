"""Files: bytes under ids, in memory or in a folder, and the JSON that messages carry about them."""

import mimetypes
from pathlib import Path

from simulator.world.photos import sizes
from simulator.world.values import Json

MEGABYTE = 1 << 20
# Bot API, "Sending files" and getFile.
PHOTO_LIMIT = 10 * MEGABYTE
UPLOAD_LIMIT = 50 * MEGABYTE
DOWNLOAD_LIMIT = 20 * MEGABYTE


class Files:
    """Every file that was ever sent; a file's id stays good."""

    def __init__(self, folder: Path | None = None) -> None:
        self.folder = folder
        self.memory: dict[str, bytes] = {}
        self.paths: dict[str, str] = {}
        self.stored: dict[str, Json] = {}
        self.described: dict[str, tuple[str, Json | list[Json]]] = {}

    def photo(self, data: bytes) -> list[Json]:
        """Stores a picture in Telegram's sizes; the `photo` of a message, smallest first."""
        photo = [
            self.keep("photo", scaled, ".jpg") | {"width": width, "height": height}
            for width, height, scaled in sizes(data)
        ]
        self.described |= {size["file_id"]: ("photo", photo) for size in photo}
        return photo

    def document(self, data: bytes, name: str, mime: str = "") -> Json:
        """Stores any file as it is; the `document` of a message."""
        return self.attachment("document", data, name, {"mime_type": mime} if mime else {})

    def video(self, data: bytes, name: str, about: Json) -> Json:
        """Stores a video; `about` bears width, height and duration."""
        return self.attachment("video", data, name, about)

    def attachment(self, kind: str, data: bytes, name: str, about: Json) -> Json:
        mime = mimetypes.guess_type(name)[0] or "application/octet-stream"
        stored = self.keep(kind, data, Path(name).suffix)
        described = stored | {"file_name": name, "mime_type": mime} | about
        self.described[stored["file_id"]] = (kind, described)
        return described

    def keep(self, kind: str, data: bytes, suffix: str) -> Json:
        number = len(self.paths) + 1
        file_id = f"{kind}_{number:08d}"
        self.paths[file_id] = f"{kind}s/file_{number}{suffix}"
        if self.folder is None:
            self.memory[file_id] = data
        else:
            target = self.folder / self.paths[file_id]
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(data)
        self.stored[file_id] = {"file_unique_id": f"unique{number:08d}", "file_size": len(data)}
        return {"file_id": file_id} | self.stored[file_id]

    def about(self, file_id: str) -> Json:
        """The Bot API's `File`."""
        path = {"file_path": self.paths[file_id]}
        return {"file_id": file_id} | self.stored[file_id] | path

    def read(self, file_id: str) -> bytes:
        """The bytes under an id; KeyError for an id that never was."""
        if self.folder is None:
            return self.memory[file_id]
        return (self.folder / self.paths[file_id]).read_bytes()

    def id_at(self, path: str) -> str | None:
        """Which file getFile's `file_path` leads to."""
        return next((file_id for file_id, kept in self.paths.items() if kept == path), None)
