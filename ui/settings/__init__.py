"""The settings page: one section a topic, each change kept at once and taken back with one undo."""
