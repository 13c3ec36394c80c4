#!/usr/bin/env bash
# Exports the meetings into a site. Usage: exportIntoSite.sh REPOSITORY
set -euo pipefail

repository=$1
options=(--format "${SITE_FORMAT:-hugo}" --strict)
# A hosted Content Lake, or the documents of this repository.
if [ -z "${SANITY_STUDIO_PROJECT_ID:-}" ]; then options+=(--content content); fi
# Several options, separated by spaces.
read -r -a more <<< "${EXPORT_OPTIONS:-}"

npx touchpoints export "$repository/${SITE_FOLDER:-.}" "${options[@]}" "${more[@]}"
