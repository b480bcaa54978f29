"""Every address of this handbook that was published answers."""
from tests.generator.website.test_kept_addresses import *  # noqa: F403  (the same tests, on this house’s site)
