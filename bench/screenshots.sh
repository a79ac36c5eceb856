#!/usr/bin/env bash
# Pictures of all pages of the samples, light and dark, wide and narrow, into a folder: bench/screenshots.sh [FOLDER]
cd "$(dirname "$0")/.." || exit 1
READOUT_BROWSER=required READOUT_SCREENSHOTS=$(realpath -m "${1:-screenshots}") dotnet test --project tests/Readout.Browser.Tests -c Release --filter-class '*Screenshots'
