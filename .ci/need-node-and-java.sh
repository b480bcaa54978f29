#!/bin/sh
# make audit needs Node 20 and Java 17; says so in one sentence when either is missing.
node=$(node --version 2>/dev/null | sed -E 's/v([0-9]+).*/\1/')
java=$(java -version 2>&1 | sed -nE 's/.*version "([0-9]+).*/\1/p' | head -1)
if [ "${node:-0}" -lt 20 ] || [ "${java:-0}" -lt 17 ]; then
  echo "make audit需要Node 20和Java 17以上。make audit needs Node 20 or newer and Java 17 or newer." >&2
  exit 1
fi
