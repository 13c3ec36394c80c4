import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {z} from 'zod'
import {repository} from '../repository.ts'

/** Packages with the commands that `sanity --help` lists: the CLI and its plugins. */
const packages = [
  '@oclif/plugin-help',
  '@sanity/cli',
  '@sanity/runtime-cli',
  '@sanity/workflow-cli',
] as const

const manifest = z.object({
  commands: z.record(z.string(), z.object({hidden: z.boolean().optional()})),
})

/** Returns the installed CLI's own list of its commands, such as `datasets alias link`, without hidden ones. */
export function listCommands(): string[] {
  return packages.flatMap((name) => {
    const file = join(repository, 'node_modules', name, 'oclif.manifest.json')
    const {commands} = manifest.parse(JSON.parse(readFileSync(file, 'utf8')))
    return Object.entries(commands).flatMap(([id, {hidden}]) =>
      hidden === true ? [] : [id.replaceAll(':', ' ')],
    )
  })
}

/** Returns what the registry lacks and what the CLI no longer has. */
export function compareCommands(
  registered: readonly string[],
  listed: readonly string[] = listCommands(),
): {unregistered: string[]; unknown: string[]} {
  return {
    unregistered: listed.filter((name) => !registered.includes(name)),
    unknown: registered.filter((name) => !listed.includes(name)),
  }
}
