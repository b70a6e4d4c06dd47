"""Drills: what is promised, tried on a real bot process against the simulator."""
