"""What the build notes of this handbook's links is what a walk over the finished site finds."""
from tests.generator.website.test_dead_links import *  # noqa: F403  (the same tests, on this house’s site)
