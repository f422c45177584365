"""What people do in a room. Each function is one act: atomic, recorded, followed by a recheck of the flags."""
