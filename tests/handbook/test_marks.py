"""The marks of this handbook’s site, held to what marks of every site must be."""
from tests.generator.website.test_marks import *  # noqa: F403  (the same tests, on this house’s site)
