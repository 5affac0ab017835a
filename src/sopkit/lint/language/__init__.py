"""How rules read Indonesian: words, verbs, roles, documents, agencies and titles in texts. Nothing here knows a rule."""
