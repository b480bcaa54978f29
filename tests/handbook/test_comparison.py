"""Every two roles of this handbook, put together in the browser as in Python."""
from tests.generator.comparison.test_pairs import (  # noqa: F401  (the same test, on this handbook)
    test_every_pair_of_roles_is_put_together_in_the_browser_as_in_python,
)
