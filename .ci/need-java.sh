#!/bin/sh
# make audit needs Java 17; says so in one sentence when it is missing.
java=$(java -version 2>&1 | sed -nE 's/.*version "([0-9]+).*/\1/p' | head -1)
if [ "${java:-0}" -lt 17 ]; then
  echo "make audit需要Java 17以上。make audit needs Java 17 or newer." >&2
  exit 1
fi
