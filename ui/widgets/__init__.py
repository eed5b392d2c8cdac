"""Small widgets the window is put together from; none of them knows a record."""
