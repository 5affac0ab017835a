"""How long a procedure takes: the working calendar, scenarios, the critical path, the deadline.

What belongs here counts in whole minutes and never in floats. What does not: reading files, and anything that is
printed.
"""
