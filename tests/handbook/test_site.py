"""The site of this handbook, held to what every finished site must be."""
from tests.generator.website.test_site import *  # noqa: F403  (the same tests, on this house’s site)
