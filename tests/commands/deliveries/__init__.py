"""Deliveries: why, who, and how the list reads."""
