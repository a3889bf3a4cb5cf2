"""Sentences to claims, by the patterns of relations."""
