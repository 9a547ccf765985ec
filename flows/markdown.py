"""Text of documents in markdown, for what the UI shows."""

from templates.markdown import plain_text, table

__all__ = ["plain_text", "table"]
