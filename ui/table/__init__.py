"""Lists of any length: pages fetched by one worker, painted by one delegate."""
