"""From documents of the old kind (text, HTML, DOCX, XLSX, PDF) to YAML drafts with notes on what a person must look at.

The way: bytes → `SourceDocument` (a reader for each format) → `Draft` (fields, steps, flow) → YAML text (written by `load`).
Files on disk, names of drafts and reports do not belong here.
"""
