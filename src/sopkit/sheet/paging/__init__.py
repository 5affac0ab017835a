"""Which rows stand on which page, and how high they are."""
