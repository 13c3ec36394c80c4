import {basename, relative, resolve} from 'node:path'

import {addToProject} from './addToProject.ts'
import type {Answers, Framework} from './answers.ts'
import {collectAnswers} from './collectAnswers.ts'
import {CreateError} from './CreateError.ts'
import {createProject, requireEmpty} from './createProject.ts'
import {findTarballs} from './findTarballs.ts'
import type {FlagValues} from './flags.ts'
import {addedSteps, createdSteps} from './nextSteps.ts'
import {ownPackages} from './ownPackages.ts'
import {requireFlags} from './requireFlags.ts'
import {diskFolder, type ProjectFolder} from './projectFolder.ts'
import {projectFiles} from './projectFiles.ts'
import type {Questions} from './questions.ts'
import type {Reading} from './readings.ts'
import {templateFiles} from './templateFiles.ts'

export interface StartRequest {
  flags: FlagValues
  /** Folder of the project, as typed. */
  folder?: string | undefined
  /** Whether to add to a project that exists. */
  init: boolean
}

/** The surroundings of the command. */
export interface StartSurroundings {
  /** The current folder, absolute. */
  currentFolder: string
  /** IANA id of this machine's zone. Only offered to a person. */
  machineZone: string
  /** Asks a person. Absent without a terminal. */
  questions?: Questions | undefined
  /** Writes a line. */
  print: (line: string) => void
}

/**
 * Creates a project in an empty folder, or adds to a project that exists. Writes nothing before all answers are there.
 *
 * @throws CreateError for an invalid flag, a folder that is not empty, and when a person cancels
 */
export async function startProject(
  {flags, folder: typed, init}: StartRequest,
  {currentFolder, machineZone, questions: terminal, print}: StartSurroundings,
): Promise<void> {
  const questions = flags.yes ? undefined : terminal
  if (!questions) requireFlags(flags)
  questions?.start(
    init ? 'Add meetings to this project' : 'A project for the meetings of your community',
  )
  const named = readFolder(await folderOf(typed, {init, questions}))
  if ('problem' in named) throw new CreateError('usage', named.problem)
  const path = resolve(currentFolder, named.value)
  const folder = diskFolder(path, basename(path))
  if (!init) await requireEmpty(folder)
  const site = init ? await siteOf(folder) : undefined
  const collected = await collectAnswers(
    site === undefined ? flags : {...flags, framework: flags.framework ?? 'none'},
    {folderName: folder.name, machineZone, questions},
  )
  const answers = {...collected, ...sourceFrom(collected, {currentFolder, path})}
  const tarballs = await tarballsFor(answers, flags.packages, currentFolder)
  const files = projectFiles(answers, await templateFiles(answers.framework, {recipes: !init}), {
    folderName: folder.name,
    tarballs,
  })
  const copies = [...(tarballs?.values() ?? [])]
  const shown = relative(currentFolder, path)
  if (!init) {
    await createProject(files, copies, folder)
    return print(createdSteps(answers, shown))
  }
  print(
    addedSteps(
      answers,
      shown,
      await addToProject(files, copies, folder),
      site?.isOurs ? undefined : site?.path,
    ),
  )
}

async function folderOf(
  typed: string | undefined,
  {init, questions}: {init: boolean; questions: Questions | undefined},
): Promise<string> {
  if (typed !== undefined) return typed
  if (init) return '.'
  if (questions) {
    return questions.text({
      message: 'Which folder should the project be in?',
      initial: 'my-community',
      read: readFolder,
    })
  }
  throw new CreateError('usage', 'A folder is missing. Add its name, such as my-community.')
}

function readFolder(text: string): Reading<string> {
  const value = text.trim()
  if (value === '') return {problem: 'Expected the name of a folder.'}
  if (!/\p{Cc}/u.test(value)) return {value}
  return {
    problem: `The name of the folder has a line break or another invisible character: ${JSON.stringify(value)}. Use another name.`,
  }
}

/** Files by which a site of a project's own is known, at its top or in `site/`. */
const siteFiles = {
  astro: ['ts', 'mts', 'js', 'mjs'].map((type) => `astro.config.${type}`),
  next: ['ts', 'js', 'mjs'].map((type) => `next.config.${type}`),
  hugo: ['toml', 'yaml', 'yml', 'json'].map((type) => `hugo.${type}`),
} as const satisfies Partial<Record<Framework, readonly string[]>>

/** Returns the file of a site that the project has, and whether it is from this command. It gets no second one. */
async function siteOf(folder: ProjectFolder): Promise<{path: string; isOurs: boolean} | undefined> {
  const candidates = Object.values(siteFiles).flat()
  for (const path of candidates.flatMap((name) => [name, `site/${name}`])) {
    const text = await folder.read(path)
    if (text !== undefined) return {path, isOurs: text.includes('touchpoints')}
  }
  return undefined
}

/** Returns a folder to import as seen from the project, where the command that imports it runs. */
function sourceFrom(
  {importSource}: Answers,
  {currentFolder, path}: {currentFolder: string; path: string},
): Pick<Answers, 'importSource'> {
  if (importSource === undefined || /^[\w+.-]+:|^[\w.-]+@/.test(importSource)) return {}
  return {importSource: relative(path, resolve(currentFolder, importSource)) || '.'}
}

async function tarballsFor(
  {framework}: Answers,
  packages: string | undefined,
  currentFolder: string,
) {
  if (packages === undefined) return undefined
  return findTarballs(resolve(currentFolder, packages), ownPackages(framework, true))
}
