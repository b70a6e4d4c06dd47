"""A large alliance in a file: rows as five years of work leave them, the same each time."""
