"""What parent and coach do: invite, accept, write, read, stop sharing. Each function is one atomic act."""
