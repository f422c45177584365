"""What the catalogue's pages show, as plain values for the templates."""

from roles.presenters.decoded import decoded_parts

__all__ = ["decoded_parts"]
