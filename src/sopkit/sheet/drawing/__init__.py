"""What stands in the columns of roles: symbols, off-page connectors, labels; and the lines between them, as the router finds them."""
