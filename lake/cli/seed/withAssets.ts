import type {ImportProblem} from '../../errors.ts'
import {isTooDeep} from '../../mutations/depth.ts'
import {posix} from 'node:path'

/**
 * Replaces each `_sanityAsset` in NDJSON by a reference to its asset. Other lines stay as they are.
 *
 * @param ids - ids of the assets by their type and path, such as `image@images/cat.png`
 */
export function withAssets(
  {file, text}: {file: string; text: string},
  ids: ReadonlyMap<string, string>,
): {text: string; problems: ImportProblem[]} {
  const problems: ImportProblem[] = []
  const lines = text.split('\n').map((raw, index) => {
    if (!raw.includes('"_sanityAsset"')) return raw
    const parsed = tryParse(raw)
    // The import reports the line.
    if (parsed === undefined || isTooDeep(parsed)) return raw
    const unknown = (message: string) => {
      problems.push({file, line: index + 1, message})
    }
    return JSON.stringify(replaced(parsed, ids, unknown))
  })
  return {text: lines.join('\n'), problems}
}

function replaced(
  value: unknown,
  ids: ReadonlyMap<string, string>,
  unknown: (message: string) => void,
): unknown {
  if (Array.isArray(value)) return value.map((each) => replaced(each, ids, unknown))
  if (typeof value !== 'object' || value === null) return value
  const {_sanityAsset: source, ...fields} = Object.fromEntries(Object.entries(value))
  const rest = Object.fromEntries(
    Object.entries(fields).map(([name, each]) => [name, replaced(each, ids, unknown)]),
  )
  if (typeof source !== 'string') return rest
  const [, type, path] = /^(image|file)@file:\/\/(.+)$/.exec(source) ?? []
  const id = path === undefined ? undefined : idOf(`${type}`, posix.normalize(path), ids)
  if (id !== undefined) return {...rest, asset: {_type: 'reference', _ref: id}}
  unknown(
    path === undefined
      ? `refers to ${source}, which the lake does not download. Import it with \`sanity dataset import\``
      : `refers to ${path}, which the seed does not contain`,
  )
  return rest
}

/** The folder decides the type in an archive, and a document can name the other one. */
function idOf(type: string, path: string, ids: ReadonlyMap<string, string>): string | undefined {
  const other = type === 'image' ? 'file' : 'image'
  return ids.get(`${type}@${path}`) ?? ids.get(`${other}@${path}`)
}

function tryParse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
