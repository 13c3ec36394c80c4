import {execFileSync} from 'node:child_process'
import {existsSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {z} from 'zod'
import {changeLines} from './addressLines.ts'
import {knownTemplates} from './knownTemplates.ts'
import {runToEnd} from './runningProgram.ts'
import type {Addresses, Template} from './template.ts'

const manifest = z.object({name: z.string()})
const lockFile = z.object({
  packages: z.record(z.string(), z.object({version: z.string().optional()})),
})

/** A copy of a template. */
export interface Checkout {
  folder: string
  template: Template
  /** Short id and date of its commit. */
  commit: string
  /** Versions of `sanity` and the template's packages, from its lock file. */
  versions: readonly string[]
}

/** Copies the commit of a checkout into a folder, without what is not committed. */
export function copyTemplate(source: string, folder: string): Checkout {
  if (existsSync(join(folder, '.git'))) git(folder, 'checkout', '--quiet', '--', '.')
  else git(source, 'clone', '--quiet', '--no-hardlinks', source, folder)
  git(folder, 'checkout', '--quiet', '--detach', git(source, 'rev-parse', 'HEAD').trim())
  const versions = lockedVersions(folder)
  const template = templateOf(folder, versions('sanity'))
  return {
    folder,
    template,
    commit: git(folder, 'log', '-1', '--format=%h, %cs').trim(),
    versions: ['sanity', ...template.packages].map((name) => `${name} ${versions(name)}`),
  }
}

function templateOf(folder: string, studioVersion: string): Template {
  const {name} = manifest.parse(readJson(join(folder, 'package.json')))
  const major = Number.parseInt(studioVersion, 10)
  const template = knownTemplates.find((each) => each.name === name && each.studioMajor === major)
  if (template) return template
  const known = knownTemplates.map((each) => `${each.name} with Studio ${each.studioMajor}`)
  throw new Error(`${name} with Studio ${major} is not a known template: ${known.join(', ')}.`)
}

/** The version that npm installs for a workspace, or at the top. */
function lockedVersions(folder: string): (name: string) => string {
  const {packages} = lockFile.parse(readJson(join(folder, 'package-lock.json')))
  return (name) => {
    const path = Object.keys(packages)
      .filter((each) => /^([\w-]+\/)?node_modules\//.test(each))
      .find(
        (each) => each.endsWith(`node_modules/${name}`) && each.split('node_modules').length === 2,
      )
    const version = path === undefined ? undefined : packages[path]?.version
    if (version === undefined) throw new Error(`${name} is not in the lock file of ${folder}.`)
    return version
  }
}

/** Changes the declared lines and writes the environment files. Returns what git says that changed. */
export function pointAtLake({folder, template}: Checkout, addresses: Addresses): string {
  const changes = Map.groupBy(template.changes(addresses), ({file}) => file)
  for (const [file, ofFile] of changes) {
    const path = join(folder, file)
    writeFileSync(path, changeLines(readFileSync(path, 'utf8'), ofFile))
  }
  const files = Object.entries(template.environment(addresses))
  for (const [file, variables] of files)
    writeFileSync(join(folder, file), environmentText(variables))
  return [
    git(folder, 'diff', '--unified=0'),
    ...files.map(([file, variables]) => `+++ ${file}\n${environmentText(variables)}`),
  ].join('\n')
}

function environmentText(variables: Readonly<Record<string, string>>): string {
  return Object.entries(variables)
    .map(([name, value]) => `${name}="${value}"\n`)
    .join('')
}

/** Installs what the lock file of the template names, unless the folder has it from an earlier run. */
export async function installTemplate({folder}: Checkout, log: string): Promise<void> {
  if (existsSync(join(folder, 'node_modules'))) return
  const args = ['ci', '--no-audit', '--no-fund', '--prefer-offline']
  await runToEnd({command: 'npm', args, folder, log}, 15 * 60_000)
}

function git(folder: string, ...args: string[]): string {
  return execFileSync('git', ['-C', folder, ...args], {encoding: 'utf8'})
}

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'))
}
