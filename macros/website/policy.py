"""What pages may load and run, as a content security policy: each says it itself, for servers that send no headers; samples/nginx.conf sends it too."""
from __future__ import annotations

import base64
import hashlib

from markupsafe import Markup

# Files of this site and nothing else; data: for the small drawings inside the styles.
MAY = {
    "default-src": "'none'", "script-src": "'self'", "style-src": "'self'", "img-src": "'self' data:", "font-src": "'self'", "connect-src": "'self'",
    "worker-src": "'self'", "manifest-src": "'self'", "form-action": "'self'", "base-uri": "'none'",
}
UNFRAMED = "; frame-ancestors 'none'"  # which browsers heed in a header alone


def policy(*scripts: str) -> Markup:
    """The policy of a page in which these scripts stand, as the value of an attribute in double quotes."""
    may = {**MAY, "script-src": " ".join([MAY["script-src"], *map(_hash, scripts)])}
    return Markup("; ".join(f"{what} {whence}" for what, whence in may.items()))


def allowing(page: str, script: str) -> str:
    """A finished page whose policy lets one more script run that stands in it."""
    usual = f"script-src {MAY['script-src']}"
    return page.replace(usual, f"{usual} {_hash(script)}", 1)


def _hash(script: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"
