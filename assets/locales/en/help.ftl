# Help and glossary.
