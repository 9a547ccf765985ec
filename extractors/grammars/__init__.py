"""One grammar a module: Document in, facts out. Nothing here knows how the document was read."""
