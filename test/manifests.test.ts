import {readFileSync} from 'node:fs'
import {dirname, join, posix} from 'node:path'
import {satisfies} from 'semver'
import {describe, expect, test} from 'vitest'

import {readManifest, root, workspaces} from './support/workspaces.ts'

const repository = 'https://github.com/touchpoints-dev/touchpoints'
/**
 * The lake needs `node:sqlite` without a flag (22.13), and the loader needs @sanity/client (22.12). All
 * packages require the same version, because they are used together.
 */
const packagesNeed = '>=22.13'
/** Astro fetches fonts with undici 8, which requires this version. */
const siteNeeds = '>=22.19'
/** `npm create` runs on the Node of the machine. A project then installs its own. */
const createNeeds = '>=20.12'
/** `npm ci` installs a Node of its own, on which every script runs. */
const rootNeeds = '>=20'

const folders = workspaces().map(({folder}) => folder)
const lock: Readonly<Record<string, unknown>> = Object(
  Object(JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')))['packages'],
)

describe.each(folders)('the manifest of %s', (folder) => {
  const manifest = readManifest(join(root, folder))

  test('contains the address of its source, so that a registry can link to it', () => {
    expect(manifest).toMatchObject({
      homepage: `${repository}/tree/main/${folder}#readme`,
      bugs: {url: `${repository}/issues`},
      repository: {type: 'git', url: `git+${repository}.git`, directory: folder},
    })
  })

  test('requires the same Node as all packages', () => {
    const needs = new Map([
      ['create', createNeeds],
      ['site', siteNeeds],
    ])
    expect(manifest['engines']).toEqual({node: needs.get(folder) ?? packagesNeed})
  })

  test('requires a Node that all its dependencies support', () => {
    const lowest = folder === 'site' ? '22.19.0' : '22.13.0'
    expect(unsupported(folder, lowest)).toEqual([])
  })
})

test('the root contains the address of the source, and accepts every Node that the README names', () => {
  const {homepage, bugs, repository: source, engines} = readManifest(root)
  expect({homepage, bugs, source, engines}).toEqual({
    homepage: `${repository}#readme`,
    bugs: {url: `${repository}/issues`},
    source: {type: 'git', url: `git+${repository}.git`},
    engines: {node: rootNeeds},
  })
})

test('a Node that is too old is reported, which proves the rule about dependencies', () => {
  expect(unsupported('loaders', '20.19.0')).toContainEqual(
    expect.stringMatching(/^@sanity\/client /),
  )
  expect(unsupported('lake', '20.19.0')).toContainEqual(expect.stringMatching(/^@sanity\/client /))
})

/** Returns the dependencies of a workspace that do not support a version of Node, with their requirement. */
function unsupported(workspace: string, version: string): string[] {
  const seen = new Set<string>()
  const result: string[] = []
  const visit = (path: string) => {
    if (seen.has(path)) return
    seen.add(path)
    const {engines, dependencies} = Object(lock[path])
    const range = Object(engines)['node']
    if (typeof range === 'string' && !satisfies(version, range)) {
      result.push(`${path.replace(/^.*node_modules\//, '')} ${range}`)
    }
    for (const name of Object.keys(Object(dependencies))) visit(installed(path, name))
  }
  visit(workspace)
  return result
}

/** Returns the path of a dependency: in the nearest `node_modules` upward, or the workspace behind a link. */
function installed(from: string, name: string): string {
  const path = posix.join(from, 'node_modules', name)
  if (!(path in lock)) return from === '.' ? missing(name) : installed(dirname(from), name)
  const {link, resolved} = Object(lock[path])
  return link === true ? String(resolved) : path
}

function missing(name: string): never {
  throw new Error(`package-lock.json does not contain ${name}. Run npm install.`)
}
