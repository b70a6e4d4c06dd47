"""Activities as people look at them: lists, one with its album, searches."""
