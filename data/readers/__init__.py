"""From files to frames: bytes, then sheets of cells as written, then typed tables."""
