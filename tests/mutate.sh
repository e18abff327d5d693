#!/usr/bin/env bash
# Changes the code of a part of the SDK, one place at a time, and counts the changes that no test notices: `tests/mutate.sh throttling` (or writes).
# Further arguments go to dotnet-stryker, such as `--mutate "Throttling/ServerClock.cs"`. Reports go to artifacts/mutation.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/Mutation"

part=${1:-}
if [[ ! -f $part.json ]]; then
  echo "There is no part '$part': throttling or writes." >&2
  exit 2
fi

# A changed loop may allocate without an end. 4 GB ends it.
export DOTNET_GCHeapHardLimit=0x100000000

# The build is checked elsewhere, and analyzers take minutes.
export RunAnalyzers=false
dotnet tool restore
dotnet stryker --config-file "$part.json" --output "../../artifacts/mutation/$part" --skip-version-check "${@:2}"

# A change that makes the tests hang is counted as found. How many these are is told apart.
report=$(find "../../artifacts/mutation/$part/reports" -name '*.json' | sort | tail -1)
for status in Killed Timeout Survived NoCoverage; do
  echo "$status $(grep -o "\"status\": *\"$status\"" "$report" | wc -l)"
done
