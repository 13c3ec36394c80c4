import {readFile, rm} from 'node:fs/promises'
import {join, resolve} from 'node:path'
import {hugoFiles, hugoModule, readHugoContent} from 'touchpoints/hugo'

import {CliError} from '../CliError.ts'
import {reportProblems} from '../reportProblems.ts'
import {print} from '../shell.ts'
import type {ExportContext} from './exportContext.ts'
import {unreachable} from '../unreachable.ts'
import {writeAtomic} from './writeAtomic.ts'

/** Lists the exported files, so that the next export can remove obsolete ones. */
const listName = 'data/touchpoints/exported.json'
/** The bundled elements. They exist beside the compiled command only, not in the source tree. */
const bundle = new URL(import.meta.resolve('@touchpoints/elements/bundle.js'))

/** Exports a Hugo site's data, pages and shortcodes. Replaces only files of an earlier export. */
export async function exportHugo(
  {connection, shell, now, siteUrl}: ExportContext,
  target: string | undefined,
  options: {section: string; pages: 'files' | 'adapter'},
): Promise<void> {
  if (target === undefined) {
    throw new CliError(
      'usage',
      'A Hugo export requires the folder of the site: touchpoints export SITE --format hugo',
    )
  }
  const folder = resolve(shell.folder, target)
  const content = await readHugoContent(connection.loader, {now}).catch(unreachable)
  const elementScript = await readFile(bundle, 'utf8').catch(() => undefined)
  const files = new Map([
    ...(await hugoModule()),
    ...hugoFiles(content, {siteUrl, ...options, elementScript}),
  ])
  const obsolete = (await readList(folder)).filter((path) => !files.has(path))
  for (const path of obsolete) await rm(join(folder, path), {force: true})
  for (const [path, text] of files) await writeAtomic(join(folder, path), text)
  await writeAtomic(join(folder, listName), `${JSON.stringify([...files.keys()], null, 2)}\n`)
  reportProblems(content.snapshot.problems, shell)
  print(shell, `Exported ${files.size} files to ${target} and removed ${obsolete.length}`)
  print(shell, 'Add "touchpoints" to `theme` in the site’s configuration.')
}

/** Returns the paths of the earlier list that are within the folder. */
async function readList(folder: string): Promise<string[]> {
  try {
    const listed: unknown = JSON.parse(await readFile(join(folder, listName), 'utf8'))
    if (!Array.isArray(listed)) return []
    return listed.filter((path): path is string => typeof path === 'string' && isWithin(path))
  } catch {
    return []
  }
}

function isWithin(path: string): boolean {
  return /^(?:data|content|static|themes)\//.test(path) && !path.split('/').includes('..')
}
