"""What a document says: bytes become a Document, a Document becomes facts."""
