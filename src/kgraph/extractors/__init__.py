"""Text -> mentions and claims, one file for each kind of evidence."""
