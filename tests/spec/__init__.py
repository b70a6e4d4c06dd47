"""The Bot API's own description, and what it says of a value."""
