import {lstat, readdir, readFile} from 'node:fs/promises'
import {join} from 'node:path'

/** The packages and the size of an install. */
export interface InstalledTree {
  /** Names of the packages, once for each installed copy. */
  packages: string[]
  /** Sum of the file sizes, not of disk blocks. */
  bytes: number
}

export interface TreeLimits {
  packages: number
  bytes: number
  /** Matches packages that must not be in the tree. */
  without?: RegExp
}

/** Reads npm's lock file of an install and measures the files. */
export async function installedTree(folder: string): Promise<InstalledTree> {
  const modules = join(folder, 'node_modules')
  const lock: unknown = JSON.parse(await readFile(join(modules, '.package-lock.json'), 'utf8'))
  const places = Object.keys(Object(Reflect.get(Object(lock), 'packages')))
  return {
    packages: places.map((place) => place.replace(/^.*node_modules\//, '')),
    bytes: await bytesIn(modules),
  }
}

async function bytesIn(folder: string): Promise<number> {
  const entries = await readdir(folder, {withFileTypes: true, recursive: true})
  const files = entries.filter((entry) => !entry.isDirectory())
  const stats = await Promise.all(files.map(({parentPath, name}) => lstat(join(parentPath, name))))
  return stats.reduce((sum, {size}) => sum + size, 0)
}

/** Returns a message for each limit that a tree exceeds. */
export function exceeded({packages, bytes}: InstalledTree, limits: TreeLimits): string[] {
  const faults: string[] = []
  if (packages.length > limits.packages) {
    const names = packages.toSorted().join(', ')
    faults.push(`${packages.length} packages, ${limits.packages} at most: ${names}`)
  }
  if (bytes > limits.bytes) {
    faults.push(`${megabytes(bytes)} MB, ${megabytes(limits.bytes)} MB at most`)
  }
  const {without} = limits
  const unwanted = without ? packages.filter((name) => without.test(name)) : []
  return [...faults, ...unwanted.map((name) => `${name} is not for this package`)]
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(1)
}
