"""Words to mentions: where the names are, and what each place says of what they name."""
