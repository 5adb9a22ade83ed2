"""Pictures with every condition chosen, for the benches: what the networks never learn from."""
