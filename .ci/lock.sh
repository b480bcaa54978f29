#!/bin/sh
# Pins requirements*.in with hashes, without naming any index. $1 is the virtual environment.
set -eu
"$1/bin/python" -m pip install -q pip-tools
for one in requirements requirements-book requirements-test tests/bench/peers tests/supply/tools tests/supply/exits tests/engines/engines tests/fuzz/fuzz; do
  CUSTOM_COMPILE_COMMAND="make lock" "$1/bin/pip-compile" -q --upgrade --generate-hashes --allow-unsafe --strip-extras \
    --no-emit-index-url --no-emit-trusted-host --no-emit-find-links -o "$one.txt" "$one.in"
done
