"""The printed sheet as data: what stands on it, and where. Writers draw it and compute nothing."""
