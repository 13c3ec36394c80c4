import {globSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {major, valid} from 'semver'
import {z} from 'zod'
import {repository} from '../repository.ts'
import {requireProgram} from '../runProgram.ts'
import {missingPeers} from './missingPeers.ts'
import {npmRanges} from './npmRanges.ts'
import {studioImports} from './studioImports.ts'

const studioPath = 'dev/studio-e2e-testing'
const stagingHost = 'https://api.sanity.work'

/** Packages that the commands need and no source imports. */
const commandPackages = ['react-dom']

/**
 * Makes a copy of the e2e suite runnable without the monorepo: published packages, the lake's address, and the built
 * studio in its folder `dist`.
 */
export async function prepareStudio(
  folder: string,
  version: string,
  lakeUrl: string,
  env: Readonly<Record<string, string>>,
): Promise<string> {
  const manifests = globSync('{e2e,dev/*,packages/@repo/*}/package.json', {cwd: folder})
  const read = (path: string) => readFileSync(join(folder, path), 'utf8')
  const names = [...(await studioImports(folder)), ...commandPackages]
  const ranges = npmRanges(
    names,
    {
      manifests: ['package.json', ...manifests].map(read),
      workspace: read('pnpm-workspace.yaml'),
      lock: read('pnpm-lock.yaml'),
    },
    version,
  )
  replaceManifests(folder, manifests, relax(ranges), version)
  replaceAddresses(folder, lakeUrl)
  replaceCommandConfig(folder)
  await install(folder, [])
  const peers = missingPeers(folder, names)
  if (peers.length > 0) await install(folder, peers)
  const studio = join(folder, studioPath)
  await requireProgram({
    args: [join(folder, 'node_modules/sanity/bin/sanity'), 'build', '--yes', 'dist'],
    folder: studio,
    env,
  })
  return join(studio, 'dist')
}

/** An exact version of a plugin becomes its major version, because mirrors of the registry lack some. */
function relax(ranges: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(ranges).map(([name, range]) => [
      name,
      name.startsWith('sanity-plugin-') && valid(range) ? `${major(range)}.x` : range,
    ]),
  )
}

/** Installs without peers, because plugins allow older Studios than the one to test. */
function install(folder: string, packages: readonly string[]): Promise<void> {
  return requireProgram({
    args: [
      npmCommand(),
      'install',
      ...packages,
      '--ignore-scripts',
      '--legacy-peer-deps',
      '--no-audit',
      '--no-fund',
      '--loglevel=error',
    ],
    folder,
  })
}

/** The copied packages are links in one installation, without dependencies of their own. */
function replaceManifests(
  folder: string,
  paths: readonly string[],
  dependencies: Readonly<Record<string, string>>,
  version: string,
): void {
  const write = (path: string, manifest: object) =>
    writeFileSync(join(folder, path), JSON.stringify(manifest, null, 2))
  const manifestShape = z.object({name: z.string(), main: z.string().optional()})
  for (const path of paths) {
    const {name, main} = manifestShape.parse(JSON.parse(readFileSync(join(folder, path), 'utf8')))
    write(path, {name, main, version: '0.0.0', private: true, type: 'module'})
  }
  // The command requires that the studio itself lists it, in this range.
  write(`${studioPath}/package.json`, {
    name: 'studio-e2e-testing',
    private: true,
    type: 'module',
    dependencies: {'styled-components': '^6.1.15'},
  })
  write('package.json', {
    name: 'e2e-of-sanity',
    private: true,
    type: 'module',
    workspaces: ['dev/test-studio', 'packages/@repo/utils'],
    dependencies,
    overrides: {
      ...ownOverrides(version),
      sanity: '$sanity',
      react: '$react',
      'react-dom': '$react-dom',
    },
  })
}

/** The versions that this repository pins belong to the Studio that it has. */
function ownOverrides(version: string): Record<string, string> {
  const shape = z.object({
    devDependencies: z.object({sanity: z.string()}),
    overrides: z.record(z.string(), z.unknown()),
  })
  const own = shape.parse(JSON.parse(readFileSync(join(repository, 'package.json'), 'utf8')))
  if (own.devDependencies.sanity !== version) return {}
  return Object.fromEntries(
    Object.entries(own.overrides).flatMap(([name, range]) =>
      typeof range === 'string' ? [[name, range]] : [],
    ),
  )
}

/** The specs and their studio name the host of Sanity's staging. */
function replaceAddresses(folder: string, lakeUrl: string): void {
  let replaced = 0
  for (const path of globSync(`{e2e,${studioPath}}/**/*.{ts,tsx}`, {cwd: folder})) {
    const file = join(folder, path)
    const source = readFileSync(file, 'utf8')
    if (!source.includes(stagingHost)) continue
    writeFileSync(file, source.replaceAll(stagingHost, lakeUrl))
    replaced += 1
  }
  if (replaced === 0) throw new Error(`No file of the e2e suite has the address ${stagingHost}.`)
}

/** Their configuration of the command and of TypeScript needs packages of the monorepo. */
function replaceCommandConfig(folder: string): void {
  for (const path of globSync('{e2e,dev/*,packages/@repo/*}/tsconfig*.json', {cwd: folder})) {
    rmSync(join(folder, path))
  }
  writeFileSync(
    join(folder, 'tsconfig.json'),
    '{"compilerOptions": {"jsx": "react-jsx", "module": "esnext", "moduleResolution": "bundler"}}',
  )
  writeFileSync(
    join(folder, studioPath, 'sanity.cli.ts'),
    `import {defineCliConfig} from 'sanity/cli'

const variables = Object.entries(process.env).filter(([name]) => name.startsWith('SANITY_E2E_'))

export default defineCliConfig({
  api: {projectId: process.env.SANITY_E2E_PROJECT_ID, dataset: process.env.SANITY_E2E_DATASET},
  deployment: {autoUpdates: false},
  vite: {
    define: Object.fromEntries(
      variables.map(([name, value]) => [\`process.env.\${name}\`, JSON.stringify(value)]),
    ),
  },
})
`,
  )
}

/** The npm that started this script. */
function npmCommand(): string {
  const command = process.env['npm_execpath']
  if (!command) throw new Error('Start the contract with npm: npm run contract.')
  return command
}
