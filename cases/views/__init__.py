"""What a family sees of their room, one module per meaning."""
