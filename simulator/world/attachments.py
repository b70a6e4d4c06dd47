"""What people send besides words: photos and albums, files, places, contacts."""

from collections.abc import Sequence

from simulator.world.refusal import bad
from simulator.world.speech import Speech
from simulator.world.values import Envelope, Json

ALBUM_LIMIT = 10
VIDEO = {"width": 640, "height": 480, "duration": 1}


class Attachments(Speech):
    """Acts that put a person's files into a chat."""

    def send_photos(  # noqa: PLR0913 -- what a client's picture chooser can do
        self,
        person: int,
        chat: int,
        photos: Sequence[bytes],
        caption: str = "",
        *,
        reply_to: int | None = None,
        thread: int | None = None,
        order: Sequence[int] | None = None,
        first: int | None = None,
    ) -> list[int]:
        """One photo, or an album with the caption on its `first` (index) photo.

        `order` lists the indexes in the order in which the updates come.
        """
        if not 1 <= len(photos) <= ALBUM_LIMIT:
            raise bad(f"an album has at most {ALBUM_LIMIT} photos")
        self.speaker_in(person, chat)
        contents = [{"photo": self.files.photo(data)} for data in photos]
        contents[first or 0] = self.captioned(contents[first or 0], caption)
        return self._send_together(person, chat, contents, Envelope(reply_to, thread), order)

    def send_files(  # noqa: PLR0913 -- what a client's file chooser can do
        self,
        person: int,
        chat: int,
        files: Sequence[tuple[str, str, bytes]],
        caption: str = "",
        *,
        reply_to: int | None = None,
        thread: int | None = None,
    ) -> list[int]:
        """Files in one go, each as (kind, name, data); documents keep among themselves."""
        kinds = {kind for kind, _, _ in files}
        if not files or len(files) > ALBUM_LIMIT or ("document" in kinds and len(kinds) > 1):
            raise bad(f"an album has at most {ALBUM_LIMIT} files, and documents only by themselves")
        self.speaker_in(person, chat)
        contents = [{kind: self._stored(kind, name, data)} for kind, name, data in files]
        contents[0] = self.captioned(contents[0], caption)
        return self._send_together(person, chat, contents, Envelope(reply_to, thread), None)

    def forward_album(
        self, person: int, from_chat: int, messages: Sequence[int], to_chat: int
    ) -> list[int]:
        """Sends an album on: it is an album there too, with an id of its own."""
        place = self.chat(from_chat)
        self.speaker_in(person, to_chat)
        contents = [self.forwarded(self.message_in(place, one)) for one in messages]
        return self._send_together(person, to_chat, contents, Envelope(), None)

    def _stored(self, kind: str, name: str, data: bytes) -> Json | list[Json]:
        if kind == "photo":
            return self.files.photo(data)
        if kind == "video":
            return self.files.video(data, name, VIDEO)
        return self.files.document(data, name)

    def _send_together(
        self,
        person: int,
        chat: int,
        contents: Sequence[Json],
        envelope: Envelope,
        order: Sequence[int] | None,
    ) -> list[int]:
        """One message each, an album if there are several."""
        place = self.chat(chat)
        group = {"media_group_id": self.album_id()} if len(contents) > 1 else {}
        envelope = self.fitting(place, person, envelope)
        sent = [self.post(place, person, one | group, envelope, announce=False) for one in contents]
        for index in order or range(len(sent)):
            self.announce(sent[index])
        return [message.id for message in sent]

    def begin_album(self, person: int, chat: int, caption: str = "") -> "Album":
        """An album whose photos come one by one, as late as you like."""
        return Album(self, person, chat, caption)

    def send_document(  # noqa: PLR0913 -- what a client's file chooser can do
        self,
        person: int,
        chat: int,
        data: bytes,
        filename: str = "file",
        caption: str = "",
        *,
        reply_to: int | None = None,
        thread: int | None = None,
        mime_type: str = "",
    ) -> int:
        content = self.captioned(
            {"document": self.files.document(data, filename, mime_type)}, caption
        )
        return self.utter(person, chat, content, Envelope(reply_to, thread))

    def send_video(  # noqa: PLR0913 -- what a client's file chooser can do
        self,
        person: int,
        chat: int,
        data: bytes,
        filename: str = "video.mp4",
        caption: str = "",
        *,
        reply_to: int | None = None,
        thread: int | None = None,
    ) -> int:
        content = self.captioned({"video": self.files.video(data, filename, VIDEO)}, caption)
        return self.utter(person, chat, content, Envelope(reply_to, thread))

    def send_location(  # noqa: PLR0913 -- what a client's map can do
        self,
        person: int,
        chat: int,
        latitude: float,
        longitude: float,
        *,
        reply_to: int | None = None,
        thread: int | None = None,
    ) -> int:
        content = {"location": {"latitude": float(latitude), "longitude": float(longitude)}}
        return self.utter(person, chat, content, Envelope(reply_to, thread))

    def send_venue(  # noqa: PLR0913 -- what a client's map can do
        self,
        person: int,
        chat: int,
        latitude: float,
        longitude: float,
        *,
        title: str,
        address: str,
        reply_to: int | None = None,
        thread: int | None = None,
    ) -> int:
        location = {"latitude": float(latitude), "longitude": float(longitude)}
        venue = {"location": location, "title": title, "address": address}
        content = {"venue": venue, "location": location}
        return self.utter(person, chat, content, Envelope(reply_to, thread))

    def send_contact(  # noqa: PLR0913 -- what a client's address book can do
        self,
        person: int,
        chat: int,
        phone_number: str,
        first_name: str,
        last_name: str = "",
        *,
        user_id: int | None = None,
        reply_to: int | None = None,
        thread: int | None = None,
    ) -> int:
        contact: Json = {"phone_number": phone_number, "first_name": first_name}
        contact |= {"last_name": last_name} if last_name else {}
        contact |= {"user_id": user_id} if user_id else {}
        return self.utter(person, chat, {"contact": contact}, Envelope(reply_to, thread))


class Album:
    """An album in the sending; the caption is on its first photo."""

    def __init__(self, speech: Speech, person: int, chat: int, caption: str) -> None:
        self.speech = speech
        self.person = person
        self.chat = chat
        self.caption = caption
        self.group = speech.album_id()

    def add(self, data: bytes) -> int:
        """Sends one more photo of the album."""
        photo = {"photo": self.speech.files.photo(data), "media_group_id": self.group}
        content = self.speech.captioned(photo, self.caption)
        self.caption = ""
        return self.speech.utter(self.person, self.chat, content, Envelope())
