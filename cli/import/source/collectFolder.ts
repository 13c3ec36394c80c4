import {open, readdir} from 'node:fs/promises'
import {extname, join} from 'node:path'
import type {SourceFile} from '@touchpoints/importers/plan'

import {CliError} from '../../CliError.ts'
import {reasonOf} from '../../reasonOf.ts'
import type {ImportLimits} from '../importLimits.ts'
import type {CollectedFiles} from './collectedFiles.ts'
import {decodeSource} from './decodeSource.ts'
import {isText} from './sourceKind.ts'

type FolderLimits = Pick<
  ImportLimits,
  'folderEntries' | 'folderDepth' | 'sourceFiles' | 'sourceBytes' | 'allSourceBytes'
>

/** Folders of programs. Their pages describe other projects. */
const skippedFolders: ReadonlySet<string> = new Set(['node_modules', 'vendor', 'third_party'])

/**
 * Reads the text files of a folder. Follows no symbolic link, so that nothing outside of the folder is read
 * and nothing twice. Hidden folders, such as `.git`, are left out.
 *
 * @param name - of the folder in messages
 * @throws CliError when the folder exceeds a limit
 */
export async function collectFolder(
  root: string,
  name: string,
  limits: FolderLimits,
): Promise<CollectedFiles> {
  const {paths, others} = await walk(root, name, limits)
  const files: SourceFile[] = []
  const refused: CollectedFiles['refused'] = []
  let bytes = 0
  for (const path of paths) {
    const read = await readSource(join(root, path), limits.sourceBytes)
    if (read.kind === 'refused') refused.push({path, why: read.why})
    else {
      bytes += read.bytes
      if (bytes > limits.allSourceBytes)
        throw tooLarge(name, `${limits.allSourceBytes} bytes of text`)
      files.push({path, text: read.text})
    }
  }
  return {files, others, refused, notes: []}
}

type ReadSource = {kind: 'text'; text: string; bytes: number} | {kind: 'refused'; why: string}

/** Reads a file up to a limit, and decodes it. */
export async function readSource(path: string, maxBytes: number): Promise<ReadSource> {
  try {
    const file = await open(path)
    try {
      const {size} = await file.stat()
      if (size > maxBytes) {
        return {
          kind: 'refused',
          why: `It has ${size} bytes, and the limit is ${maxBytes}. Split it.`,
        }
      }
      const bytes = await file.readFile()
      const decoded = decodeSource(bytes)
      return decoded.kind === 'text' ? {...decoded, bytes: bytes.length} : decoded
    } finally {
      await file.close()
    }
  } catch (error) {
    return {kind: 'refused', why: `It could not be read (${reasonOf(error)}).`}
  }
}

async function walk(root: string, name: string, limits: FolderLimits) {
  const paths: string[] = []
  const others = new Map<string, number>()
  const count = (word: string) => others.set(word, (others.get(word) ?? 0) + 1)
  let entries = 0
  const visit = async (folder: string, depth: number): Promise<void> => {
    for (const entry of await readdir(join(root, folder), {withFileTypes: true})) {
      entries += 1
      if (entries > limits.folderEntries) {
        throw tooLarge(name, `${limits.folderEntries} files and folders`)
      }
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`
      if (entry.isSymbolicLink()) count('symbolic link')
      else if (entry.isDirectory()) {
        const isSkipped = entry.name.startsWith('.') || skippedFolders.has(entry.name)
        if (isSkipped || depth >= limits.folderDepth) count('folder left out')
        else await visit(path, depth + 1)
      } else if (!entry.isFile()) count('device or socket')
      else if (isText(entry.name)) paths.push(path)
      else count(kindOf(entry.name))
      if (paths.length > limits.sourceFiles)
        throw tooLarge(name, `${limits.sourceFiles} text files`)
    }
  }
  await visit('', 0)
  return {paths: paths.toSorted(), others}
}

const kinds: readonly (readonly [string, RegExp])[] = [
  ['image', /^\.(?:png|jpe?g|gif|svg|webp|avif|ico|pdf|mp4|psd|ai)$/i],
  ['code file', /^\.(?:[cm]?[jt]sx?|py|go|rs|rb|sh|java|c|h|cpp|css|scss|html?|tmpl|lua|sql)$/i],
  ['data file', /^\.(?:json|csv|tsv|xml|lock|txt|ndjson)$/i],
]

function kindOf(name: string): string {
  const extension = extname(name)
  return kinds.find(([, pattern]) => pattern.test(extension))?.[0] ?? 'other file'
}

function tooLarge(name: string, what: string): CliError {
  return new CliError(
    'bad-input',
    `${name} has more than ${what}, which is the limit. Import a folder inside it, such as its docs.`,
  )
}
