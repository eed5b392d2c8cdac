"""The people who work with the register: who they are, what they may do, their passwords."""
