"""`python -m aboveboard` is the command `aboveboard`."""

from aboveboard.cli import main

if __name__ == "__main__":
    main()
