"""Flowcharts as drawn: shapes and strokes of any file format, and the flow recovered from them."""
