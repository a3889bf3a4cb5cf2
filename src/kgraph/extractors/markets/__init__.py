"""Markets as things: their names, and who leads them and competes in them."""
