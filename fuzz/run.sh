#!/usr/bin/env bash
# Fuzzes one reader with AFL++. Builds and instruments when nothing is built yet; goes on where it stopped.
# usage: fuzz/run.sh TARGET SECONDS        TARGET: page feed warc input conllu rules knowledge text
# Needs apt-get install afl++. What it finds lies under $READOUT_FUZZ (default fuzz/work)/out/TARGET/default/{crashes,hangs}.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd); target=$1; seconds=$2
work=${READOUT_FUZZ:-$root/fuzz/work}; mkdir -p "$work"
exec 9>"$work/lock"; flock 9
if [ ! -f "$work/ready" ]; then
    command -v afl-fuzz >/dev/null || { echo "afl-fuzz is missing: apt-get install afl++" >&2; exit 1; }
    [ -x "$work/tools/sharpfuzz" ] || dotnet tool install SharpFuzz.CommandLine --version 2.3.0 --tool-path "$work/tools"
    dotnet build "$root/fuzz" -c Release -o "$work/program"
    READOUT_ROOT=$root dotnet "$work/program/Readout.Fuzz.dll" seeds "$work/seeds"
    # From here on the program runs under afl-fuzz only: instrumented code needs its shared memory.
    for assembly in Readout.Library readout; do "$work/tools/sharpfuzz" "$work/program/$assembly.dll"; done
    touch "$work/ready"
fi
flock -u 9
input="$work/seeds/$target"; [ -d "$work/out/$target/default/queue" ] && input=-
dictionary=(); [ -f "$root/fuzz/dictionaries/$target.dict" ] && dictionary=(-x "$root/fuzz/dictionaries/$target.dict")
# Budget of one input: 10 s (READOUT_FUZZ_LIMIT in milliseconds, for a machine that others use) and a heap of 512 MB. -m none: .NET reserves far more address space than it uses.
export READOUT_ROOT=$root DOTNET_GCHeapHardLimit=0x20000000 DOTNET_TieredPGO=0
export AFL_SKIP_BIN_CHECK=1 AFL_SKIP_CPUFREQ=1 AFL_I_DONT_CARE_ABOUT_MISSING_CRASHES=1 AFL_NO_AFFINITY=1 AFL_NO_UI=1
mkdir -p "$work/out"
exec afl-fuzz -i "$input" -o "$work/out/$target" -t "${READOUT_FUZZ_LIMIT:-10000}" -m none -V "$seconds" "${dictionary[@]}" -- dotnet "$work/program/Readout.Fuzz.dll" "$target"
