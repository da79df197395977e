"""Books for reading devices and players: EPUB and DAISY."""
