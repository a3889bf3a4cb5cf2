"""What a document says: one module per kind of evidence."""
