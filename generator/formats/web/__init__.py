"""The website: MkDocs, its search and its fonts."""
