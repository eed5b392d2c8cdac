"""Records, rules and the store: neither Qt nor reportlab below this folder."""
