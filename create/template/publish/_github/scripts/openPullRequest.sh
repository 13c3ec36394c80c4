#!/usr/bin/env bash
# Opens a pull request with the changes in a repository, or updates the one that is open. Does nothing without changes.
# Usage: openPullRequest.sh REPOSITORY
#
# It needs git and gh, with GH_TOKEN for both. It writes to one branch, and never over a commit of somebody else.
set -euo pipefail

branch=touchpoints/export
name='Touchpoints export'
mail='export@touchpoints.invalid'
title='Update the meetings'
body='The meetings changed, so this pull request updates their exported files. Files that a person wrote or edited stay as they are. A later export updates this pull request until you merge or close it.'

# git gets the token from gh, so it is in no file. Hooks of the folder do not run beside it.
export GIT_CONFIG_COUNT=3
export GIT_CONFIG_KEY_0=credential.helper GIT_CONFIG_VALUE_0=''
export GIT_CONFIG_KEY_1=credential.helper GIT_CONFIG_VALUE_1='!gh auth git-credential'
export GIT_CONFIG_KEY_2=core.hooksPath GIT_CONFIG_VALUE_2=/dev/null
# A missing token is an error and no question.
export GIT_TERMINAL_PROMPT=0

cd "$1"
base=$(git rev-parse --abbrev-ref HEAD)
git add --all
proposed=$(git write-tree)
remote=''
if git fetch --quiet origin "+refs/heads/$branch:refs/remotes/origin/$branch" 2> /dev/null; then
  remote="refs/remotes/origin/$branch"
fi

open_number() {
  gh pr list --head "$branch" --base "$base" --state open --json number --jq '.[0].number // empty'
}

if [ "$proposed" = "$(git rev-parse 'HEAD^{tree}')" ]; then
  echo 'The site is up to date.'
  if [ -n "$remote" ]; then
    number=$(open_number)
    if [ -n "$number" ]; then
      gh pr close "$number" --comment 'The site is up to date without this change.'
    fi
  fi
  exit 0
fi

if [ -n "$remote" ]; then
  others=$(git log --no-merges --format='%ae' "HEAD..$remote" | grep -Fxv "$mail" || true)
  if [ -n "$others" ]; then
    echo "::warning::The branch $branch has commits of other people, so it was not updated. Merge or close its pull request, and delete the branch."
    exit 0
  fi
fi

if [ -n "$remote" ] && [ "$proposed" = "$(git rev-parse "$remote^{tree}")" ]; then
  echo 'The pull request has these changes already.'
else
  commit=$(GIT_AUTHOR_NAME=$name GIT_AUTHOR_EMAIL=$mail GIT_COMMITTER_NAME=$name GIT_COMMITTER_EMAIL=$mail \
    git commit-tree "$proposed" -p HEAD -m "$title")
  # With the expected old commit, a push in the meantime is refused and not overwritten.
  expected=''
  if [ -n "$remote" ]; then expected=$(git rev-parse "$remote"); fi
  git push --quiet "--force-with-lease=refs/heads/$branch:$expected" origin "$commit:refs/heads/$branch"
  echo "Pushed the changes to $branch."
fi

if [ -z "$(open_number)" ]; then
  gh pr create --head "$branch" --base "$base" --title "$title" --body "$body"
fi
