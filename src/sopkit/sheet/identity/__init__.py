"""The identity block: what stands in it, and where it stands on its page or pages. Knows nothing of the procedure table."""
