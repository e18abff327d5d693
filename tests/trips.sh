#!/usr/bin/env bash
# Counts the source files of the SDK that a plain upsert, query and CTA list run through, generated files left out.
# `tests/trips.sh` prints the three numbers; `tests/trips.sh upsert` (or query, ctas) lists the files as well.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

declare -A tests=(
  [upsert]=An_upsert_by_name_updates_the_companies_that_are_present_and_inserts_the_others
  [query]=A_query_of_one_page_gives_the_companies_that_the_filter_names
  [ctas]=A_list_of_CTAs_gives_those_that_the_filter_names
)
listed=${1:-}
if [[ -n $listed && -z ${tests[$listed]:-} ]]; then
  echo "There is no trip '$listed': upsert, query or ctas." >&2
  exit 2
fi

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
project=tests/Gainsight.Client.IntegrationTests

run() {
  "$@" > "$work/log" 2>&1 || { tail -n 40 "$work/log"; return 1; }
}

# The lines of one test's coverage report, as "file" once for each file with a line that ran.
files() {
  awk '
    /<class / { match($0, / filename="[^"]*"/); file = substr($0, RSTART + 11, RLENGTH - 12) }
    /<line / && !/ hits="0"/ { print file }' "$1" | grep -vE '(^|/)obj/|\.g\.cs$' | sort -u
}

run dotnet build "$project" -c Release
# Discovery would otherwise run the data members of other tests in the same process.
for trip in upsert query ctas; do
  run dotnet test "$project" -c Release --no-build --filter "FullyQualifiedName~TripTests.${tests[$trip]}" \
    --collect "XPlat Code Coverage;Format=cobertura;Include=[Gainsight.Client]*;SkipAutoProps=false" --results-directory "$work/$trip" \
    -- xUnit.PreEnumerateTheories=false
  grep -q 'Passed: *1,' "$work/log" || { echo "The test of '$trip' did not run."; exit 1; }
  files "$work/$trip"/*/coverage.cobertura.xml > "$work/$trip.txt"
  printf '%-7s %s\n' "$trip" "$(wc -l < "$work/$trip.txt")"
  if [[ $trip == "$listed" ]]; then
    sed 's/^/  /' "$work/$trip.txt"
  fi
done
