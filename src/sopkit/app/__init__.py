"""The use cases: check, time, draw. Values in, values out; the commands choose what to show and the exit status."""
