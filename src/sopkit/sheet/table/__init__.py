"""The procedure table: widths of columns, headings, the rows with their texts, ruled lines. Nothing that is drawn in the columns of roles."""
