"""What people want of a command, in their own words."""

from dataclasses import dataclass

from commands.kit.roles import Role


@dataclass(frozen=True)
class Task:
    """What somebody wants, in the own words: `/help` says which command does it."""

    title: str
    """Marked with `message`: 我要发通知."""
    who: Role = Role.MEMBER
    until: Role = Role.STAFF
    """Who is more than this wants something else of the same command."""
    is_alone: bool = False
    """True: the command alone does it; False: with its example behind it, if it has one."""
