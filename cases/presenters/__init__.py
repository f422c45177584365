"""What the pages of a room say, put together from a reading of it. No database in here."""
