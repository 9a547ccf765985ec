"""What the plan asks and whether it is met: facts in, findings out."""
