#!/usr/bin/env bash
# Makes a release: closes its section in the changelog and its public surface, commits, and tags. The pipeline of the tag runs release/publish.sh.
# Usage, on a clean main branch: release/release.sh VERSION NEXT-VERSION, such as release/release.sh 0.1.0 0.2.0
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

version=${1:?"Give the version of the release, such as 0.1.0."} next=${2:?"Give the version after it, such as 0.2.0."}
[[ $version =~ ^[0-9]+\.[0-9]+\.[0-9]+$ && $next =~ ^[0-9]+\.[0-9]+\.[0-9]+$ ]] || { echo "A version has three numbers. Tag a pre-release by hand: CONTRIBUTING.md says how." >&2; exit 1; }
[[ -z $(git status --porcelain) ]] || { echo "Commit or remove your changes first." >&2; exit 1; }
! git rev-parse --quiet --verify "refs/tags/v$version" > /dev/null || { echo "The tag v$version exists." >&2; exit 1; }
awk '/^## \[Unreleased\]/ { inside = 1; next } /^## / { inside = 0 } inside && /^- / { found = 1 } END { exit !found }' CHANGELOG.md \
  || { echo "CHANGELOG.md says nothing under Unreleased." >&2; exit 1; }

set_property() { sed -i -E "s|<$1>[^<]*</$1>|<$1>$2</$1>|" Directory.Build.props; }

# The release.
set_property VersionPrefix "$version"
sed -i -E "s|^## \[Unreleased\]\$|## [Unreleased]\n\n## [$version] - $(date -u +%F)|; /^This will be version /,+1d" CHANGELOG.md
for shipped in src/*/PublicAPI.Shipped.txt; do
  unshipped=${shipped%Shipped.txt}Unshipped.txt
  removed=$(sed -n 's/^\*REMOVED\*//p' "$unshipped")
  {
    echo '#nullable enable'
    { tail -n +2 "$shipped" | grep -vxF -- "${removed:-a line that no file has}" || true; grep -v -e '^\*REMOVED\*' -e '^#nullable' "$unshipped" || true; } | LC_ALL=C sort -u
  } > "$shipped.new"
  mv "$shipped.new" "$shipped"
  echo '#nullable enable' > "$unshipped"
done
git commit --quiet --all --message "Release $version"
git tag --annotate "v$version" --message "Gainsight.Client $version"

# What comes after it. From now on package validation compares with the release.
set_property VersionPrefix "$next"
set_property LastRelease "$version"
git commit --quiet --all --message "Begin $next"
echo "Committed and tagged v$version. To publish it: git push origin v$version"
echo "Then, when the packages are on the feed, because the build now compares with them: git push origin HEAD"
