"""Files with a register: read, compared, taken over, and written to be taken along."""
