"""How a ledger of an earlier release becomes one of this: a file a step, each able to run on both databases."""
