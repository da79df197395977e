"""The plan read aloud: script, voices, MP3, podcast."""
