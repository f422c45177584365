"""What people do in a room. Each function is one act: atomic, recorded, then a recheck of the flags."""
