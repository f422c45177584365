"""Brings the data files into the database: read, check everything, then write in one transaction."""
