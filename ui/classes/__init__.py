"""The page of a training class: trainees, attendance by keyboard, results."""
