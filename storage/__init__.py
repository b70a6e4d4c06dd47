"""Everything kept: one module a noun. Knows SQL and nothing of chat."""
