"""Turns records of the open register into the data the forms are printed from."""
