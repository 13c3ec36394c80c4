import {readFileSync} from 'node:fs'
import {dirname, join, posix} from 'node:path'
import {satisfies} from 'semver'
import {describe, expect, test} from 'vitest'

import {readManifest, root, workspaces} from './support/workspaces.ts'

const repository = 'https://github.com/touchpoints-dev/touchpoints'
/**
 * The lake needs `node:sqlite` without a flag, which 22.13 has and 22.12 has not; the other packages need
 * @sanity/client (22.12) or node-ical (22). One line for all of them: they are used together.
 */
const packagesNeed = '>=22.13'
/** The fonts of Astro are fetched with undici 8. */
const siteNeeds = '>=22.19'
/** `npm ci` installs a Node of its own, on which every script runs. */
const rootNeeds = '>=20'

const folders = workspaces().map(({folder}) => folder)
const lock: Readonly<Record<string, unknown>> = Object(
  Object(JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')))['packages'],
)

describe.each([...folders, 'site'])('the manifest of %s', (folder) => {
  const manifest = readManifest(join(root, folder))

  test('says where its source is, so that a registry can link to it', () => {
    expect(manifest).toMatchObject({
      homepage: `${repository}/tree/main/${folder}#readme`,
      bugs: {url: `${repository}/issues`},
      repository: {type: 'git', url: `git+${repository}.git`, directory: folder},
    })
  })

  test('requires the Node that all packages require', () => {
    expect(manifest['engines']).toEqual({node: folder === 'site' ? siteNeeds : packagesNeed})
  })

  test('requires no older Node than one of its dependencies does', () => {
    const lowest = folder === 'site' ? '22.19.0' : '22.13.0'
    expect(refusals(folder, lowest)).toEqual([])
  })
})

test('the root says where the source is, and that any Node the README welcomes can install it', () => {
  const {homepage, bugs, repository: source, engines} = readManifest(root)
  expect({homepage, bugs, source, engines}).toEqual({
    homepage: `${repository}#readme`,
    bugs: {url: `${repository}/issues`},
    source: {type: 'git', url: `git+${repository}.git`},
    engines: {node: rootNeeds},
  })
})

test('a Node that is too old is noticed, so the rule about dependencies can fail', () => {
  expect(refusals('calendar', '20.19.0')).toContainEqual(expect.stringMatching(/^node-ical /))
  expect(refusals('lake', '20.19.0')).toContainEqual(expect.stringMatching(/^@sanity\/client /))
})

/** The packages below a workspace that refuse to run on a version of Node, with what they require. */
function refusals(workspace: string, version: string): string[] {
  const seen = new Set<string>()
  const refused: string[] = []
  const visit = (path: string) => {
    if (seen.has(path)) return
    seen.add(path)
    const {engines, dependencies} = Object(lock[path])
    const range = Object(engines)['node']
    if (typeof range === 'string' && !satisfies(version, range)) {
      refused.push(`${path.replace(/^.*node_modules\//, '')} ${range}`)
    }
    for (const name of Object.keys(Object(dependencies))) visit(installed(path, name))
  }
  visit(workspace)
  return refused
}

/** Where npm put a dependency: the nearest `node_modules` upward, or a workspace behind a link. */
function installed(from: string, name: string): string {
  const path = posix.join(from, 'node_modules', name)
  if (!(path in lock)) return from === '.' ? missing(name) : installed(dirname(from), name)
  const {link, resolved} = Object(lock[path])
  return link === true ? String(resolved) : path
}

function missing(name: string): never {
  throw new Error(`package-lock.json has no ${name}. Run npm install.`)
}
