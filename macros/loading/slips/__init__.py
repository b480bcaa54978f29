"""The slips of a keyboard, an editor or Git in a file, named where they stand before YAML is asked: it sees most of them too late or as something else.

The YAML of a handbook says one thing in one line: indentation, dashes, a name, a value. A line that is not of this form is a slip."""
from macros.loading.slips.finding import mended, slips

__all__ = ["mended", "slips"]
