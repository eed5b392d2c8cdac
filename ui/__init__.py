"""The window and the command line; Qt lives nowhere else."""
