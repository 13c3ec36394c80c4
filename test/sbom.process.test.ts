import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {beforeAll, expect, test} from 'vitest'

import {packages} from '../scripts/packages.ts'
import {publishedSbom} from '../scripts/publishedSbom.ts'
import {readManifest, root} from './support/workspaces.ts'

let sbom: Awaited<ReturnType<typeof publishedSbom>>
beforeAll(async () => {
  sbom = await publishedSbom()
})

const names = () =>
  sbom.components.map((component) => String(component['purl']).replace(/@[^@]*$/, ''))
const purl = (name: string) => `pkg:npm/${name.replace('@', '%40')}`

test('the bill of materials lists each published package and what it depends on', () => {
  const expected = packages.flatMap((folder) => {
    const manifest = readManifest(join(root, folder))
    return [String(manifest['name']), ...Object.keys(Object(manifest['dependencies']))]
  })
  expect(names()).toEqual(expect.arrayContaining([...new Set(expected)].map(purl)))
})

test('it lists dependencies of dependencies, and no tools of this repository', () => {
  expect(names()).toContain(purl('detect-libc'))
  for (const tool of ['oxlint', 'miniflare', 'playwright-core', 'knip']) {
    expect(names()).not.toContain(purl(tool))
  }
})

test('it has a checksum for each package from outside', () => {
  const own = new Set(packages.map((folder) => String(readManifest(join(root, folder))['name'])))
  const unchecked = sbom.components.filter(({hashes}) => !Array.isArray(hashes))
  expect(unchecked.every(({'bom-ref': ref}) => own.has(ref.replace(/@[^@]*$/, '')))).toBe(true)
})

test('two runs give the same text, without a path or host of this machine', async () => {
  const text = JSON.stringify(sbom)
  expect(JSON.stringify(await publishedSbom())).toBe(text)
  expect(text).not.toContain(root)
  expect(text).not.toMatch(/sbom-\w{6}|localhost|"distribution"|\/tmp\//)
})

test('every reference points to a component, so that tools can follow the graph', () => {
  const refs = new Set([
    sbom.metadata.component['bom-ref'],
    ...sbom.components.map((each) => each['bom-ref']),
  ])
  expect(
    sbom.dependencies.flatMap(({dependsOn}) => dependsOn).filter((ref) => !refs.has(ref)),
  ).toEqual([])
  expect(readFileSync(join(root, 'docs/operations.md'), 'utf8')).toContain('npm run sbom')
})
