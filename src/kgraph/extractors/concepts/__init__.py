"""Words to concepts: which of a vocabulary a text names."""
