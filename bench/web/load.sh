#!/usr/bin/env bash
# Pages and answers under load: bench/web/load.sh STORE [INPUT ...]
# 20 connections ask 10,000 times or more; first each address has been asked once, then, when INPUTs are given, while 'readout add' reads them into the same store.
# Needs wrk (apt-get install wrk) and a Release build. STORE is copied and left as it is.
set -euo pipefail
cd "$(dirname "$0")/../.."
[ $# -gt 0 ] && [ -f "$1" ] || { echo "usage: bench/web/load.sh STORE [INPUT ...]" >&2; exit 2; }
command -v wrk >/dev/null || { echo "load: wrk is missing: apt-get install wrk" >&2; exit 2; }
program=src/Readout.App/bin/Release/net10.0/readout
folder=$(mktemp -d)
server=
trap '[ -z "$server" ] || kill "$server"; rm -rf "$folder"' EXIT
for part in "" -wal; do [ ! -f "$1$part" ] || cp "$1$part" "$folder/load.db$part"; done
shift
"$program" serve --store "$folder/load.db" --port 8398 2>"$folder/serve.log" &
server=$!
for _ in $(seq 120); do curl -sf -o "$folder/ids" 'http://127.0.0.1:8398/today.jsonl?fields=id&limit=8' && break; sleep 1; done
articles=$(sed 's/.*"id":"\([^"]*\)".*/\1/' "$folder/ids" | sed -n '/^[A-Za-z0-9_-]*$/p' | paste -sd' ')
export READOUT_ARTICLES=$articles

ask() { wrk -t1 -c20 -d"$1" --timeout 60s -s bench/web/paths.lua http://127.0.0.1:8398 | grep '^answers'; }

echo "nobody has asked before:"; ask 20s
echo "asked before:"; ask 20s
[ $# -gt 0 ] || exit 0
"$program" add --store "$folder/load.db" --quiet "$@" >/dev/null &
adding=$!
echo "while 'readout add' runs:"; ask 60s
if kill -0 "$adding" 2>/dev/null; then echo "add was running to the end"; kill "$adding"; else echo "add ended before the last request: give more INPUTs" >&2; fi
