import {readFile, rm} from 'node:fs/promises'
import {join, resolve} from 'node:path'
import {hugoFiles, hugoModule, readHugoContent} from 'touchpoints/hugo'

import {CliError} from '../CliError.ts'
import {reportProblems} from '../reportProblems.ts'
import {print} from '../shell.ts'
import type {Asked} from './asked.ts'
import {unreachable} from '../unreachable.ts'
import {writeWhole} from './writeWhole.ts'

/** Lists what was written, so that the next export can take away what is gone. */
const listName = 'data/touchpoints/exported.json'
/** The elements in one file, beside the compiled command; in the source tree there is none. */
const bundle = new URL(import.meta.resolve('@touchpoints/elements/bundle.js'))

/** A Hugo site's data, pages and shortcodes. Nothing but what an earlier export wrote is replaced. */
export async function exportHugo(
  {connection, shell, now, siteUrl}: Asked,
  target: string | undefined,
  options: {section: string; pages: 'files' | 'adapter'},
): Promise<void> {
  if (target === undefined) {
    throw new CliError(
      'usage',
      'Name the folder of the Hugo site: touchpoints export SITE --format hugo',
    )
  }
  const folder = resolve(shell.folder, target)
  const content = await readHugoContent(connection.loader, {now}).catch(unreachable)
  const elementScript = await readFile(bundle, 'utf8').catch(() => undefined)
  const files = new Map([
    ...(await hugoModule()),
    ...hugoFiles(content, {siteUrl, ...options, elementScript}),
  ])
  const gone = (await readList(folder)).filter((path) => !files.has(path))
  for (const path of gone) await rm(join(folder, path), {force: true})
  for (const [path, text] of files) await writeWhole(join(folder, path), text)
  await writeWhole(join(folder, listName), `${JSON.stringify([...files.keys()], null, 2)}\n`)
  reportProblems(content.snapshot.problems, shell)
  print(shell, `${files.size} files in ${target}, ${gone.length} taken away`)
  print(shell, 'Add "touchpoints" to `theme` in the site’s configuration.')
}

/** Paths of an earlier list, those within the folder. */
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
