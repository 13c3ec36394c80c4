import {execFileSync} from 'node:child_process'
import {existsSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {z} from 'zod'
import {versionOf} from '../contract/versionOf.ts'
import {changeLines} from './addressLines.ts'
import {knownTemplates} from './knownTemplates.ts'
import {runToEnd} from './runningProgram.ts'
import type {Addresses, Template} from './template.ts'

const rootManifest = z.object({name: z.string()})
const studioManifest = z.object({dependencies: z.object({sanity: z.string()})})

/** A copy of a template. */
export interface Checkout {
  folder: string
  template: Template
  /** Short id and date of its commit. */
  commit: string
}

/** Copies the commit of a checkout into a folder, without what is not committed. */
export function copyTemplate(source: string, folder: string): Checkout {
  if (existsSync(join(folder, '.git'))) git(folder, 'checkout', '--quiet', '--', '.')
  else git(source, 'clone', '--quiet', '--no-hardlinks', source, folder)
  git(folder, 'checkout', '--quiet', '--detach', git(source, 'rev-parse', 'HEAD').trim())
  const commit = git(folder, 'log', '-1', '--format=%h, %cs').trim()
  return {folder, template: templateOf(folder), commit}
}

function templateOf(folder: string): Template {
  const {name} = rootManifest.parse(readJson(join(folder, 'package.json')))
  const {dependencies} = studioManifest.parse(readJson(join(folder, 'studio/package.json')))
  const major = Number(/\d+/.exec(dependencies.sanity)?.[0])
  const template = knownTemplates.find((each) => each.name === name && each.studioMajor === major)
  if (template) return template
  const known = knownTemplates.map((each) => `${each.name} with Studio ${each.studioMajor}`)
  throw new Error(`${name} with Studio ${major} is not a known template: ${known.join(', ')}.`)
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

/** Returns the installed versions of `sanity` and of the packages that the result names. */
export function installedVersions({folder, template}: Checkout): string[] {
  return ['sanity', ...template.packages].map((name) => {
    const installed = [template.siteFolder, '.']
      .map((part) => join(folder, part, 'node_modules', name))
      .find((path) => existsSync(path))
    if (installed === undefined) throw new Error(`${name} is not installed in ${folder}.`)
    return `${name} ${versionOf(installed)}`
  })
}

function git(folder: string, ...args: string[]): string {
  return execFileSync('git', ['-C', folder, ...args], {encoding: 'utf8'})
}

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'))
}
