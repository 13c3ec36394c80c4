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
import {diskFolder, type ProjectFolder} from './projectFolder.ts'
import {projectFiles} from './projectFiles.ts'
import type {Questions} from './questions.ts'
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
  questions?.start(
    init ? 'Add meetings to this project' : 'A project for the meetings of your community',
  )
  const path = resolve(currentFolder, await folderOf(typed, {init, questions}))
  const folder = diskFolder(path, basename(path))
  if (!init) await requireEmpty(folder)
  const site = init ? await ownSite(folder) : undefined
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
  print(addedSteps(answers, shown, await addToProject(files, copies, folder), site))
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
      read: (text) =>
        text.trim() === '' ? {problem: 'Expected the name of a folder.'} : {value: text.trim()},
    })
  }
  throw new CreateError('usage', 'A folder is missing. Add its name, such as my-community.')
}

/** Files by which a site of a project's own is known, at its top or in `site/`. */
const siteFiles = {
  astro: ['ts', 'mts', 'js', 'mjs'].map((type) => `astro.config.${type}`),
  next: ['ts', 'js', 'mjs'].map((type) => `next.config.${type}`),
  hugo: ['toml', 'yaml', 'yml', 'json'].map((type) => `hugo.${type}`),
} as const satisfies Partial<Record<Framework, readonly string[]>>

/** Returns the file of a site that the project has. It gets no second one. */
async function ownSite(folder: ProjectFolder): Promise<string | undefined> {
  const candidates = Object.values(siteFiles).flat()
  for (const path of candidates.flatMap((name) => [name, `site/${name}`])) {
    if ((await folder.read(path)) !== undefined) return path
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
