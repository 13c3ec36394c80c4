import {execFile} from 'node:child_process'
import {cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join, resolve} from 'node:path'
import {promisify} from 'node:util'
import {z} from 'zod'

import {packages} from './packages.ts'

const root = resolve(import.meta.dirname, '..')

const component = z.looseObject({'bom-ref': z.string(), name: z.string()})
const sbom = z.looseObject({
  metadata: z.looseObject({component}),
  components: z.array(component),
  dependencies: z.array(z.looseObject({ref: z.string(), dependsOn: z.array(z.string())})),
})
type Sbom = z.infer<typeof sbom>

/**
 * Returns the software bill of materials of the published packages, in CycloneDX 1.5.
 *
 * `npm sbom` lists the packages of the lock file. Three things are left to do: its `--omit dev` also omits
 * what our packages need (npm 11: 46 components of 1,591), so the graph is followed from the published
 * packages; the serial number and the time are removed, so that equal lock files give equal files; the name
 * is the project's, not that of a folder on this machine.
 */
export async function publishedSbom(): Promise<Sbom> {
  const {serialNumber: _serial, ...all} = sbom.parse(await npmSbom())
  const {timestamp: _time, component: workspace, ...metadata} = all.metadata
  const published = packages.map((folder) => {
    const {name, version} = readManifest(folder)
    return `${name}@${version}`
  })
  const edges = new Map(all.dependencies.map(({ref, dependsOn}) => [ref, dependsOn]))
  const used = reachable(published, edges)
  return {
    ...all,
    metadata: {...metadata, component: {...workspace, name: 'touchpoints-workspace'}},
    components: all.components.filter((each) => used.has(each['bom-ref'])),
    dependencies: [
      {ref: workspace['bom-ref'], dependsOn: published},
      ...all.dependencies.filter(({ref}) => used.has(ref)),
    ],
  }
}

/** Runs npm on copies of the manifests, because it requires a version, which the private root lacks. */
async function npmSbom(): Promise<unknown> {
  const folder = mkdtempSync(join(tmpdir(), 'sbom-'))
  try {
    for (const workspace of packages) {
      mkdirSync(join(folder, workspace))
      cpSync(join(root, workspace, 'package.json'), join(folder, workspace, 'package.json'))
    }
    cpSync(join(root, 'package-lock.json'), join(folder, 'package-lock.json'))
    const manifest = {...readManifest('.'), version: '0.0.0'}
    writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest))
    const args = ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only', '--offline']
    const options = {cwd: folder, maxBuffer: 64 * 1024 * 1024}
    const {stdout} = await promisify(execFile)('npm', args, options)
    return JSON.parse(stdout)
  } finally {
    rmSync(folder, {recursive: true})
  }
}

const manifest = z.looseObject({name: z.string(), version: z.string().optional()})

function readManifest(folder: string) {
  return manifest.parse(JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8')))
}

function reachable(from: readonly string[], edges: ReadonlyMap<string, readonly string[]>) {
  const refs = new Set(from)
  // A set also yields what is added while it is read.
  for (const ref of refs) for (const to of edges.get(ref) ?? []) refs.add(to)
  return refs
}
