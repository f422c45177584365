"""Whether every visible sentence can be said in another language."""
