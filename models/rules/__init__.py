"""What the law or the office decides, with its source beside it."""
