import {existsSync, readFileSync} from 'node:fs'
import {join, relative} from 'node:path'

import {type Framework, type FrameworkName, frameworks} from './frameworks.ts'

/** The site of a project: one of a framework that we know, or one that its own scripts serve and build. */
export type Site = KnownSite | ScriptedSite

export interface KnownSite {
  kind: 'known'
  /** Absolute. */
  folder: string
  name: FrameworkName
  framework: Framework
}

export interface ScriptedSite {
  kind: 'scripted'
  /** Absolute. */
  folder: string
  /** Names of the scripts of its package.json. */
  scripts: ReadonlySet<string>
}

const configTypes = ['ts', 'mts', 'js', 'mjs', 'cjs']
const hugoTypes = ['toml', 'yaml', 'yml', 'json']

/**
 * Finds the site of a project: in `site/`, otherwise in the project's folder itself.
 *
 * The framework is that of the configuration file, then that of the dependencies. Without either, a
 * package.json with a script `dev` is a site too. A script that runs this command is not one.
 */
export function findSite(project: string): Site | undefined {
  return siteIn(join(project, 'site')) ?? siteIn(project)
}

/** Returns a site's folder as seen from the project, for arguments and messages: `site`, or `.`. */
export function shownFolder(project: string, site: Pick<Site, 'folder'>): string {
  return relative(project, site.folder) || '.'
}

function siteIn(folder: string): Site | undefined {
  const manifest = readManifest(folder)
  const configured = names.find((name) => isConfigured(folder, name))
  const name = configured ?? names.find((each) => dependsOn(manifest, each))
  if (name) return {kind: 'known', folder, name, framework: frameworks[name]}
  const scripts = new Set(scriptsOf(manifest))
  return scripts.has('dev') ? {kind: 'scripted', folder, scripts} : undefined
}

// By hand: `Object.keys` returns no names of a type. The type makes a missing one an error.
const names = Object.keys({
  astro: 0,
  next: 0,
  nuxt: 0,
  sveltekit: 0,
  eleventy: 0,
  hugo: 0,
} satisfies Record<FrameworkName, 0>).filter((name): name is FrameworkName => name in frameworks)

function isConfigured(folder: string, name: FrameworkName): boolean {
  const types = name === 'hugo' ? hugoTypes : configTypes
  const {configs} = frameworks[name]
  if (configs.some((config) => types.some((type) => existsSync(join(folder, `${config}.${type}`)))))
    return true
  return name === 'hugo' && hasOldHugoConfig(folder)
}

/** Before Hugo 0.110 the file was named `config.toml`, as those of many programs are. */
function hasOldHugoConfig(folder: string): boolean {
  const files = ['config', 'config/_default/config'].flatMap((config) =>
    hugoTypes.map((type) => join(folder, `${config}.${type}`)),
  )
  return files.some((file) => /^[\s"']*(?:baseurl|theme|title)\b/im.test(readText(file)))
}

/** Packages that a site of a framework installs, where it may have no configuration file. */
const packages = {
  astro: 'astro',
  next: 'next',
  nuxt: 'nuxt',
  sveltekit: '@sveltejs/kit',
  eleventy: '@11ty/eleventy',
  hugo: undefined,
} as const satisfies Record<FrameworkName, string | undefined>

/** Only a site lists its framework beside a script: the project itself may list it for the site's folder. */
function dependsOn(manifest: object, name: FrameworkName): boolean {
  const wanted = packages[name]
  if (wanted === undefined || !scriptsOf(manifest).includes('dev')) return false
  return ['dependencies', 'devDependencies'].some(
    (field) => wanted in Object(Reflect.get(manifest, field)),
  )
}

function scriptsOf(manifest: object): string[] {
  const scripts: Record<string, unknown> = Object(Reflect.get(manifest, 'scripts'))
  return Object.entries(scripts).flatMap(([name, script]) =>
    typeof script === 'string' && !/\btouchpoints\b|cli\/main/.test(script) ? [name] : [],
  )
}

function readManifest(folder: string): object {
  try {
    return Object(JSON.parse(readText(join(folder, 'package.json'))))
  } catch {
    return {}
  }
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
