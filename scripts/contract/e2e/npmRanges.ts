import {parse} from 'yaml'
import {z} from 'zod'

const ranges = z.record(z.string(), z.string()).default({})
const manifestShape = z.object({dependencies: ranges, devDependencies: ranges})

const workspaceShape = z.object({catalog: ranges})
const lockShape = z.object({
  importers: z.record(
    z.string(),
    z.object({
      dependencies: z.record(z.string(), z.object({version: z.string()})).default({}),
    }),
  ),
})

/** What the checkout says about its packages. */
export interface CheckoutPackages {
  /** The texts of its package.json files. The first one that lists a package decides. */
  manifests: readonly string[]
  workspace: string
  lock: string
}

/**
 * Returns the version ranges of packages as npm understands them.
 *
 * `workspace:` is the published version to test, `catalog:` the range in the catalog. A tag such as `alpha` is the
 * version in the lock file, because a tag moves.
 *
 * @throws Error for a package that no manifest lists
 */
export function npmRanges(
  names: readonly string[],
  {manifests, workspace, lock}: CheckoutPackages,
  studioVersion: string,
): Record<string, string> {
  const listed = manifests.map((text) => {
    const {dependencies, devDependencies} = manifestShape.parse(JSON.parse(text))
    return {...devDependencies, ...dependencies}
  })
  const {catalog} = workspaceShape.parse(parse(workspace))
  const {importers} = lockShape.parse(parse(lock))
  const rangeOf = (name: string): string => {
    const range = listed.find((each) => each[name] !== undefined)?.[name]
    if (range === undefined) throw new Error(`No package.json of the checkout lists "${name}".`)
    if (range.startsWith('workspace:')) return studioVersion
    const npmRange = range.startsWith('catalog:') ? (catalog[name] ?? range) : range
    const [, alias, tag] = /^(?:npm:(@?[^@]+)@)?([a-z]+)$/.exec(npmRange) ?? []
    return tag === undefined ? npmRange : lockedVersion(name, alias)
  }
  const lockedVersion = (name: string, alias: string | undefined): string => {
    const locked = Object.values(importers).find(({dependencies}) => dependencies[name])
    const version = locked?.dependencies[name]?.version.replace(/\(.*/, '')
    if (version === undefined) throw new Error(`The lock file has no version of "${name}".`)
    return alias === undefined ? version : `npm:${version}`
  }
  return Object.fromEntries(names.map((name) => [name, rangeOf(name)]))
}
