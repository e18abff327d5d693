#!/usr/bin/env bash
# Counts the source files of the SDK that a plain upsert, query and CTA list run through, generated files left out.
# `tests/trips.sh` prints two numbers for each: the files of the call, and those of the test, which makes a client first.
# `tests/trips.sh upsert` (or query, ctas) lists the files as well. A star marks those that only make the client.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

declare -A tests=(
  [upsert]=An_upsert_by_name_updates_the_companies_that_are_present_and_inserts_the_others
  [query]=A_query_of_one_page_gives_the_companies_that_the_filter_names
  [ctas]=A_list_of_CTAs_gives_those_that_the_filter_names
  [client]=A_client_is_made_without_a_call
)
listed=${1:-}
if [[ -n $listed && ( -z ${tests[$listed]:-} || $listed == client ) ]]; then
  echo "There is no trip '$listed': upsert, query or ctas." >&2
  exit 2
fi

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
project=tests/Gainsight.Client.IntegrationTests

run() {
  "$@" > "$work/log" 2>&1 || { tail -n 40 "$work/log"; return 1; }
}

# The lines of one test's coverage report that ran, as "file:line hits", each once.
lines() {
  awk '
    /<class / { match($0, / filename="[^"]*"/); file = substr($0, RSTART + 11, RLENGTH - 12) }
    /<line / {
      match($0, / number="[^"]*"/); number = substr($0, RSTART + 9, RLENGTH - 10)
      match($0, / hits="[^"]*"/); hits = substr($0, RSTART + 7, RLENGTH - 8)
      if (hits > 0 && file !~ /(^|\/)obj\/|\.g\.cs$/) ran[file ":" number] = hits
    }
    END { for (line in ran) print line, ran[line] }' "$1"
}

# The files of a trip, one a line, with a star where no line ran more often than when a client is made.
files() {
  awk '
    { split($1, at, ":") }
    NR == FNR { made[$1] = $2; next }
    { all[at[1]]; if ($2 > made[$1] + 0) call[at[1]] }
    END { for (file in all) print file (file in call ? "" : " *") }' "$work/client.lines" "$1" | sort
}

run dotnet build "$project" -c Release
# Discovery would otherwise run the data members of other tests in the same process.
for trip in client upsert query ctas; do
  run dotnet test "$project" -c Release --no-build --filter "FullyQualifiedName~TripTests.${tests[$trip]}" \
    --collect "XPlat Code Coverage;Format=cobertura;Include=[Gainsight.Client]*;SkipAutoProps=false" --results-directory "$work/$trip" \
    -- xUnit.PreEnumerateTheories=false
  grep -q 'Passed: *1,' "$work/log" || { echo "The test of '$trip' did not run."; exit 1; }
  lines "$work/$trip"/*/coverage.cobertura.xml > "$work/$trip.lines"
  if [[ $trip == client ]]; then
    continue
  fi
  files "$work/$trip.lines" > "$work/$trip.txt"
  printf '%-7s %s of %s\n' "$trip" "$(grep -vc ' \*$' "$work/$trip.txt")" "$(wc -l < "$work/$trip.txt")"
  if [[ $trip == "$listed" ]]; then
    sed 's/^/  /' "$work/$trip.txt"
  fi
done
