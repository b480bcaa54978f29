"""The names of this handbook have room, held to what all names must have."""
from tests.generator.website.test_text_room import (  # noqa: F401  (the same tests, on this handbook)
    test_nothing_spills_with_narrower_or_wider_letters,
    test_the_map_prints_on_one_sheet_with_wider_letters,
)
