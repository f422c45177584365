"""The catalogue for other programs: read-only and public, and the reading of a pasted signature."""
