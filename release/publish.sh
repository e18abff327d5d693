#!/usr/bin/env bash
# Builds, checks and pushes the packages of the tag that is checked out. A pipeline runs it for every tag v*, with the key of the feed:
#   NUGET_API_KEY=… release/publish.sh                       pushes to nuget.org
#   release/publish.sh /path/to/folder                       pushes to a folder, to try a release
set -euo pipefail
exec < /dev/null
cd "$(dirname "${BASH_SOURCE[0]}")/.."

feed=${1:-https://api.nuget.org/v3/index.json}
tag=$(git describe --exact-match --tags --match 'v*' HEAD) || { echo "Check out the tag of the release." >&2; exit 1; }
version=${tag#v}
prefix=$(sed -nE 's|.*<VersionPrefix>(.*)</VersionPrefix>.*|\1|p' Directory.Build.props)
suffix=""
[[ $version != *-* ]] || suffix=${version#*-}
[[ ${version%%-*} == "$prefix" ]] || { echo "The tag is $tag, but Directory.Build.props says $prefix." >&2; exit 1; }
[[ -n $suffix ]] || grep -qF "## [$version] - " CHANGELOG.md || { echo "CHANGELOG.md has no section $version." >&2; exit 1; }
[[ -z $(git status --porcelain) ]] || { echo "The work tree has changes that the tag does not have." >&2; exit 1; }
[[ $feed != http* || -n ${NUGET_API_KEY:-} ]] || { echo "Set NUGET_API_KEY to the key of $feed." >&2; exit 1; }

# Package validation compares with the last release, which is on the feed.
sources=()
if [[ $feed != http* ]]; then
  mkdir -p "$feed"
  feed=$(cd "$feed" && pwd)
  sources=("-p:RestoreAdditionalProjectSources=$feed")
fi

export CI=true DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 MSBUILDDISABLENODEREUSE=1
packages=$(mktemp -d)
trap 'rm -rf "$packages"' EXIT
for project in src/*/*.csproj; do
  grep -q '<IsPackable>false' "$project" || dotnet pack "$project" -c Release -o "$packages" -warnaserror -p:IsRelease=true -p:VersionSuffix="$suffix" "${sources[@]}"
done
dotnet release/Packager/bin/Release/net10.0/Packager.dll check . "$packages"
tests/Packages/run.sh "$packages"

for package in "$packages"/*.nupkg; do
  # The symbol package beside it is pushed with it.
  dotnet nuget push "$package" --source "$feed" ${NUGET_API_KEY:+--api-key "$NUGET_API_KEY"} --skip-duplicate
done
echo "Pushed $version to $feed."
