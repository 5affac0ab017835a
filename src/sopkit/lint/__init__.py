"""What a careful reviewer of SOPs would find: the rules, the knowledge they stand on, and what runs them."""
