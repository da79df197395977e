"""`python -m generator` is `planpress`."""

from generator.cli import main

main()
