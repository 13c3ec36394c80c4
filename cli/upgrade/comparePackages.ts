import {gt, minVersion, satisfies} from 'semver'

import type {Published} from './npmView.ts'
import {isOurs, type ListedPackage} from './readPackages.ts'

/** A package to install. */
export interface Upgrade {
  name: string
  /** The version, or the range of a peer. */
  to: string
  installed: string | undefined
  /** The package that requires a peer, with its version. */
  requiredBy?: string
}

/**
 * Compares installed packages with the newest ones: ours, and the peers that the newest ones require of a project, such
 * as `sanity`. Packages that the project takes from a file are left alone.
 *
 * @param newest - by name. A package that is missing is not compared.
 */
export function comparePackages(
  packages: readonly ListedPackage[],
  newest: ReadonlyMap<string, Published>,
): Upgrade[] {
  const ours = packages.filter(({name}) => isOurs(name))
  const behind = ours.flatMap(({name, range, installed}): Upgrade[] => {
    const published = newest.get(name)
    if (!published || range.startsWith('file:')) return []
    const isBehind = installed === undefined || gt(published.version, installed)
    return isBehind ? [{name, to: published.version, installed}] : []
  })
  const peers = new Map<string, Upgrade>()
  for (const {name} of ours) {
    const published = newest.get(name)
    for (const [peer, range] of Object.entries(published?.peers ?? {})) {
      const listed = packages.find((each) => each.name === peer)
      if (!listed || isOurs(peer) || isWithin(listed.installed, range)) continue
      const requiredBy = `${name} ${published?.version}`
      const earlier = peers.get(peer)
      if (earlier && !isLater(range, earlier.to)) continue
      peers.set(peer, {name: peer, to: range, installed: listed.installed, requiredBy})
    }
  }
  return [...behind, ...peers.values()]
}

function isWithin(version: string | undefined, range: string): boolean {
  return version !== undefined && satisfies(version, range, {includePrerelease: true})
}

function isLater(range: string, other: string): boolean {
  const [a, b] = [minVersion(range), minVersion(other)]
  return !!a && !!b && gt(a, b)
}
