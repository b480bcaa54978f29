#!/bin/sh
# Makes the virtual environment $1 with the packages locked in $2, and node_modules/ with those of package-lock.json, by the
# Node that comes with the environment. Says what to install when it cannot.
set -eu
venv=$1 lock=$2
python=""
for one in "${PYTHON:-}" python3.13 python3.12 python3.11 python3; do
  [ -n "$one" ] && command -v "$one" >/dev/null 2>&1 || continue
  if "$one" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then python=$one; break; fi
done
if [ -z "$python" ]; then
  echo "需要Python 3.11或更新的版本。Python 3.11 or newer is needed." >&2
  exit 1
fi
if ! "$python" -c 'import venv, ensurepip' 2>/dev/null; then
  echo "这个Python缺少venv；Debian上请安装python3-venv。This Python lacks venv; on Debian install python3-venv." >&2
  exit 1
fi
quiet=-q
[ -t 1 ] && quiet=""
"$python" -m venv "$venv"
"$venv/bin/python" -m pip install $quiet --disable-pip-version-check --require-hashes -r "$lock"
PATH="$(pwd)/$venv/bin:$PATH" npm ci --loglevel=error --ignore-scripts --no-audit --no-fund
# The `handbook` command, for those who like it shorter than `python -m macros`. It finds the checkout it lies in, also when that was copied or moved.
cp .ci/handbook "$venv/bin/handbook"
chmod +x "$venv/bin/handbook"
