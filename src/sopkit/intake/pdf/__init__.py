"""PDF: tables, text and the drawing out of the vector paths and words of a page."""
