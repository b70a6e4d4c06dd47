"""The world's HTTP skin: the Bot API, the control API, the page."""

from simulator.http.app import build
from simulator.http.faults import Faults
from simulator.http.server import Running, serve

__all__ = ["Faults", "Running", "build", "serve"]
