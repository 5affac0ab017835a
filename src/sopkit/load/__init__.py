"""From the bytes of a file to an SOP with the place of everything in it. The only room that knows the YAML library."""
