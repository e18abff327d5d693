#!/usr/bin/env bash
# Changes the code of a part of the SDK, one place at a time, and counts the changes that no test notices: `tests/mutate.sh throttling` (or query, records,
# writes). A second argument restricts it to the files whose paths contain it, such as Throttling/ServerClock.cs. `FRESH=0` uses the changes of the last run, and
# makes only those again that no test noticed then.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/Mutation"

part=${1:-}
if [[ ! -f $part.json || $part == changes ]]; then
  echo "There is no part '$part': throttling, query, records or writes." >&2
  exit 2
fi

output=$PWD/../../artifacts/mutation
page=$output/changes/reports/mutation-report.html
built=$PWD/../Gainsight.Client.Tests/bin/Debug/net10.0/Gainsight.Client.dll

# The build is checked elsewhere, and analyzers take minutes.
export RunAnalyzers=false
dotnet build ../Gainsight.Client.Mutation
dotnet build ../Gainsight.Client.Tests -f net10.0
dotnet build ../Gainsight.Client.IntegrationTests
if [[ ${FRESH:-1} == 1 || ! -f $output/Gainsight.Client.dll ]]; then
  dotnet tool restore
  rm -rf "$output"
  mkdir -p "$output"

  # dotnet-stryker makes the changes. It starts a process for each of them, which takes hours, so its work ends when its page lists them.
  BROWSER=true dotnet stryker --config-file changes.json --output "$output/changes" --open-report:html --skip-version-check > "$output/changes.log" 2>&1 &
  stryker=$!
  until [[ -f $page ]]; do
    if ! kill -0 "$stryker" 2> /dev/null; then
      cat "$output/changes.log" >&2
      exit 1
    fi

    sleep 1
  done

  cp "$built" "$output/Gainsight.Client.dll"
  pkill -P "$stryker" || true
  kill "$stryker" 2> /dev/null || true
  wait "$stryker" || true
  mv "$built.stryker-unchanged" "$built"
fi

dotnet run --project ../Gainsight.Client.Mutation --no-build -- "$page" "$output/Gainsight.Client.dll" "$part.json" "$output/$part" "${@:2}"
