"""The router: symbols and connections of one page → polylines that cross no symbol and never run over each other."""
