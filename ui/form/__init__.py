"""The form of a record, derived from the facts of its fields."""
