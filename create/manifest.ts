import type {Answers, Framework} from './answers.ts'
import type {Tarball} from './findTarballs.ts'
import {ownPackages, ownRange} from './ownPackages.ts'
import {type PackageName, versions} from './versions.ts'

/** A project's package.json, as far as we write it. */
export interface Manifest {
  name: string
  version: string
  private: boolean
  description: string
  type: string
  scripts: Versions
  dependencies: Versions
  devDependencies: Versions
  overrides: Versions
  engines: Versions
  allowScripts: Readonly<Record<string, boolean>>
}

type Versions = Readonly<Record<string, string>>

export interface ManifestOptions {
  /** Name of the folder, for the name of the package. */
  folderName: string
  /** Tarballs of our packages by name. Without them they come from the registry. */
  tarballs?: ReadonlyMap<string, Tarball> | undefined
}

const studio = [
  '@sanity/types',
  '@sanity/vision',
  'react',
  'react-dom',
  'sanity',
  'styled-components',
] as const

const packagesOf = {
  astro: ['astro'],
  next: [
    '@sanity/client',
    '@sanity/preview-url-secret',
    '@sanity/visual-editing',
    'intl-messageformat',
    'next',
  ],
  hugo: [],
  none: [],
} as const satisfies Record<Framework, readonly PackageName[]>

const tools = [
  '@sanity/cli',
  '@types/node',
  '@types/react',
  '@types/react-dom',
  'node',
  'typescript',
] as const

/** Returns the package.json of a new project. */
export function manifestOf(
  {name, framework}: Answers,
  {folderName, tarballs}: ManifestOptions,
): Manifest {
  const own = ownPackages(framework, tarballs !== undefined).map((each) => {
    const tarball = tarballs?.get(each)
    return [each, tarball ? `file:${tarball.path}` : ownRange] as const
  })
  return {
    name: packageName(folderName),
    version: '0.0.0',
    private: true,
    description: `Meetings of ${name}`,
    type: 'module',
    scripts: scriptsOf(framework),
    dependencies: sorted([...own, ...versionsOf([...studio, ...packagesOf[framework]])]),
    devDependencies: sorted(versionsOf(tools)),
    overrides: sorted(versionsOf(['@sanity/cli', '@sanity/cli-build', 'rolldown'])),
    engines: {node: '>=20'},
    // Newer versions of npm run the install script of a package only if it is named here.
    allowScripts: {esbuild: true, node: true},
  }
}

function scriptsOf(framework: Framework): Versions {
  return {
    start: 'touchpoints dev',
    // A site in Next has routes that need a server.
    build: framework === 'next' ? 'touchpoints build --server' : 'touchpoints build',
    check: 'touchpoints check',
    export:
      framework === 'hugo'
        ? 'touchpoints export site --format hugo'
        : 'touchpoints export calendar.ics',
    save: 'touchpoints save',
    backup: 'touchpoints backup',
    touchpoints: 'touchpoints',
  }
}

function versionsOf(names: readonly PackageName[]) {
  return names.map((name) => [name, versions[name]] as const)
}

function sorted(entries: readonly (readonly [string, string])[]): Versions {
  return Object.fromEntries(entries.toSorted(([a], [b]) => (a < b ? -1 : 1)))
}

/** Returns a name that npm accepts. It is not published, so any name will do. */
function packageName(folderName: string): string {
  const name = folderName
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9-]+/g, '-')
    .replace(/^-+|-+$/g, '')
  return name || 'meetings'
}
