"""What the project is made of, by other people: what is locked, under which licences, with which known faults, and how to do without it."""
