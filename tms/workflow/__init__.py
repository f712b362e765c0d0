"""What a person does, one verb a file; the only place where the rooms meet."""
