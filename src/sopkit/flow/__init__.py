"""The flow of an SOP as a graph, built once: where each step goes, which way leads back, what is reached."""
