import {parse, TomlError} from 'smol-toml'

import type {SourceNode} from './sourceNode.ts'

const maxDepth = 40

/**
 * Reads TOML with the line of each key. Inline tables may span lines, as in TOML 1.1.
 *
 * The parser has no positions. The lines come from the headers of tables and the first line of each key,
 * which is enough to find a value.
 *
 * @throws Error when the text is not TOML or exceeds the limit of nesting
 */
export function tomlNode(text: string): SourceNode {
  const root = parsed(text)
  const lines = text.split('\n')
  return convert(root, {lines, from: 0, to: lines.length, path: []})
}

/** The parser's message ends with a picture of the place, which needs lines of its own. */
function parsed(text: string): unknown {
  try {
    return parse(text, {maxDepth})
  } catch (error) {
    if (!(error instanceof TomlError)) throw error
    const [message = ''] = error.message.split('\n')
    throw new Error(`${message} (line ${error.line})`, {cause: error})
  }
}

interface Region {
  lines: readonly string[]
  /** First line of the table, 0-based. */
  from: number
  /** After the last line. */
  to: number
  path: readonly string[]
}

function convert(value: unknown, region: Region): SourceNode {
  const line = region.from + 1
  if (Array.isArray(value)) {
    const items = value.map((item: unknown, index) => convert(item, itemRegion(region, index)))
    return {line, fields: new Map(), items}
  }
  if (value instanceof Date) return {line, value: value.toISOString(), fields: new Map(), items: []}
  if (typeof value === 'object' && value !== null) {
    const fields = Object.entries(value).map(
      ([key, child]) => [key, convert(child, fieldRegion(region, key))] as const,
    )
    return {line, fields: new Map(fields), items: []}
  }
  const scalar = typeof value === 'string' || typeof value === 'boolean' ? value : String(value)
  return {line, value: scalar, fields: new Map(), items: []}
}

/** Returns the lines of the n-th `[[table]]`, or those of the list. */
function itemRegion({lines, from, to, path}: Region, index: number): Region {
  const header = `[[${path.join('.')}]]`
  let seen = -1
  for (let at = 0; at < lines.length; at++) {
    if (compact(lines[at]) !== header) continue
    seen += 1
    if (seen === index) return {lines, from: at, to: endOfTable(lines, at, path), path}
  }
  return {lines, from, to, path}
}

/** Returns the lines of a key or of its `[table]`, or those of the table that it is in. */
function fieldRegion(region: Region, key: string): Region {
  const {lines, from, to} = region
  const path = [...region.path, key]
  const header = `[${path.join('.')}]`
  for (let at = from; at < to; at++) {
    const text = compact(lines[at])
    if (text === header) return {lines, from: at, to: endOfTable(lines, at, path), path}
    if (text === `[${header}]`) return {lines, from: at, to, path}
    if (text.startsWith(`${key}=`) || text.startsWith(`"${key}"=`))
      return {lines, from: at, to, path}
  }
  return {lines, from, to, path}
}

function endOfTable(lines: readonly string[], start: number, path: readonly string[]): number {
  const prefix = path.join('.')
  for (let at = start + 1; at < lines.length; at++) {
    const name = /^\[+([^[\]]+)\]+$/.exec(compact(lines[at]))?.[1]
    if (name !== undefined && !name.startsWith(`${prefix}.`)) return at
  }
  return lines.length
}

/** Returns a line without spaces and without the comment after a header. */
function compact(line = ''): string {
  return line.replace(/^(\s*\[+[^\]]*\]+)\s*#.*$/, '$1').replaceAll(/\s+/g, '')
}
