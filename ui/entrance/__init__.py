"""What stands before the register: unlocking it, or making the first one."""
