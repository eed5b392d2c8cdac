"""The registers handed to the window: descriptions turned into what lists, forms and pages ask."""
