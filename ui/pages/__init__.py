"""What fills the window beside the left bar, one file a page."""
