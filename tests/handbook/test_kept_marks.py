"""No statement of this handbook loses its mark on the way to a page."""
from tests.generator.pages.test_kept_marks import *  # noqa: F403  (the same tests, on this house’s handbook)
