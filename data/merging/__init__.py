"""Several files joined into one campaign: one of each department, and what none of them may decide alone."""
