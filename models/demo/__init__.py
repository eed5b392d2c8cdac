"""The demo register: an invented office full of people, to learn, show and test with."""
