"""What several rules need to know of one SOP: its steps, times, dates, citations and loops, each read once for all."""
