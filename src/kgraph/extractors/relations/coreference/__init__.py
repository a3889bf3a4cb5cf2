"""Whom and what a sentence speaks of without naming it: "the company", "it", "both firms", "its CEO"."""
