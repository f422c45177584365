"""Pages of parent and coach."""
