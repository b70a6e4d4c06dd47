"""The vocabulary that features share."""

from commands.kit.calendars import BadLineError, Calendar, read_days_off
from commands.kit.categories import CATEGORY_NAMES
from commands.kit.clipping import clip
from commands.kit.features import (
    Command,
    Delivery,
    Due,
    Export,
    Feature,
    Handler,
    Job,
    Media,
    Numbering,
    Overheard,
    Press,
    Urgency,
)
from commands.kit.findables import Findable, Hit
from commands.kit.hours import Hours, Office, Span, hours_of
from commands.kit.languages import language_row
from commands.kit.linkages import LINKAGE_NAMES, tag_name
from commands.kit.links import payload_for, private_address, read_payload
from commands.kit.messages import Attachment, HiddenLink, Message, SentPhoto, SharedContact, Spot
from commands.kit.pages import Page, page_of, pager
from commands.kit.posts import (
    Button,
    Document,
    File,
    Kept,
    Photo,
    Picture,
    Post,
    Quiz,
    Received,
    Row,
    Venue,
    button,
    in_rows,
    link,
    private_link,
)
from commands.kit.presses import number_for, pack, unpack
from commands.kit.questions import Asks
from commands.kit.refusals import refusal
from commands.kit.roles import Role
from commands.kit.running import is_number, run
from commands.kit.studios import Making, Studio
from commands.kit.talk import Asker, NoTopicError, Outlet, Place, Talk
from commands.kit.tasks import Task

__all__ = [
    "CATEGORY_NAMES",
    "LINKAGE_NAMES",
    "Asker",
    "Asks",
    "Attachment",
    "BadLineError",
    "Button",
    "Calendar",
    "Command",
    "Delivery",
    "Document",
    "Due",
    "Export",
    "Feature",
    "File",
    "Findable",
    "Handler",
    "HiddenLink",
    "Hit",
    "Hours",
    "Job",
    "Kept",
    "Making",
    "Media",
    "Message",
    "NoTopicError",
    "Numbering",
    "Office",
    "Outlet",
    "Overheard",
    "Page",
    "Photo",
    "Picture",
    "Place",
    "Post",
    "Press",
    "Quiz",
    "Received",
    "Role",
    "Row",
    "SentPhoto",
    "SharedContact",
    "Span",
    "Spot",
    "Studio",
    "Talk",
    "Task",
    "Urgency",
    "Venue",
    "button",
    "clip",
    "hours_of",
    "in_rows",
    "is_number",
    "language_row",
    "link",
    "number_for",
    "pack",
    "page_of",
    "pager",
    "payload_for",
    "private_address",
    "private_link",
    "read_days_off",
    "read_payload",
    "refusal",
    "run",
    "tag_name",
    "unpack",
]
