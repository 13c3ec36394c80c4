import {execFileSync} from 'node:child_process'
import {compare, major, prerelease} from 'semver'

/** A published Studio, and the revision of the checkout with its specs. */
export interface StudioVersion {
  version: string
  /** A branch, tag or commit. */
  revision: string
}

/**
 * Returns the Studios to test: the one that this repository uses, with the specs of the checkout as it is, and the
 * newest one of the major version before it, with its own specs.
 *
 * @throws Error if the checkout has no tag of that major version
 */
export function studioVersions(installed: string, tags: readonly string[]): StudioVersion[] {
  const previous = tags
    .flatMap((tag) => (/^v\d+\.\d+\.\d+$/.test(tag) ? [tag.slice(1)] : []))
    .filter((version) => major(version) === major(installed) - 1 && !prerelease(version))
    .toSorted(compare)
    .at(-1)
  if (previous === undefined) {
    throw new Error(
      `The checkout has no tag v${major(installed) - 1}.x.y. Fetch its tags: git fetch --tags.`,
    )
  }
  return [
    {version: installed, revision: 'HEAD'},
    {version: previous, revision: `v${previous}`},
  ]
}

/** Returns the Studio of a major version, or all. @throws Error if no Studio has this major version */
export function ofMajor(
  studios: readonly StudioVersion[],
  only: number | undefined,
): StudioVersion[] {
  const chosen = studios.filter(({version}) => only === undefined || major(version) === only)
  if (chosen.length > 0) return chosen
  const known = studios.map(({version}) => major(version)).join(' and ')
  throw new Error(`--studio: there is no Studio ${only}. The specs run for ${known}.`)
}

/** Returns the tags of a git checkout. */
export function tagsOf(checkout: string): string[] {
  return execFileSync('git', ['-C', checkout, 'tag'], {encoding: 'utf8'}).split('\n')
}
