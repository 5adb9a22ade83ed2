"""Synthetic pictures of machine readable zones, and the two small models that learn from them."""
