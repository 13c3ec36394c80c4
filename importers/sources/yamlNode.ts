import {isAlias, isMap, isScalar, isSeq, LineCounter, type Document, parseDocument} from 'yaml'

import type {SourceNode} from './sourceNode.ts'

/** A list of groups of a large project has about 20,000 nodes. Aliases of aliases reach billions. */
const maxNodes = 200_000
const maxDepth = 40

/**
 * Reads YAML with the line of each value.
 *
 * @throws Error when the text is not YAML, or when its aliases or its nesting exceed a limit
 */
export function yamlNode(text: string): SourceNode {
  const lineCounter = new LineCounter()
  const document = parseDocument(text, {lineCounter, uniqueKeys: false, logLevel: 'silent'})
  const [error] = document.errors
  // The parser calls itself for each level, until its stack is full.
  if (error && /call stack/.test(error.message)) throw tooDeep(error)
  if (error) throw error
  let count = 0
  const convert = (value: unknown, depth: number, parentLine: number): SourceNode => {
    count += 1
    if (count > maxNodes || depth > maxDepth) {
      throw tooDeep()
    }
    const node = isAlias(value) ? value.resolve(document) : value
    const line = lineOf(value, lineCounter) ?? parentLine
    if (isMap(node)) {
      const fields = node.items.map((pair) => {
        const key = isScalar(pair.key) ? String(pair.key.value) : ''
        const keyLine = lineOf(pair.key, lineCounter) ?? line
        return [key, convert(pair.value, depth + 1, keyLine)] as const
      })
      return {line, fields: new Map(fields), items: []}
    }
    if (isSeq(node)) {
      const items = node.items.map((item) => convert(item, depth + 1, line))
      return {line, fields: new Map(), items}
    }
    return {line, value: scalarOf(node), fields: new Map(), items: []}
  }
  return convert(contentsOf(document), 0, 1)
}

function tooDeep(cause?: unknown): RangeError {
  const message = 'It is nested too deeply, or its aliases repeat too much. Split the file.'
  return new RangeError(message, {cause})
}

function contentsOf(document: Document.Parsed): unknown {
  return document.contents
}

function lineOf(node: unknown, lineCounter: LineCounter): number | undefined {
  const range: unknown = Reflect.get(Object(node), 'range')
  const start: unknown = Array.isArray(range) ? range[0] : undefined
  return typeof start === 'number' ? lineCounter.linePos(start).line : undefined
}

function scalarOf(node: unknown): SourceNode['value'] {
  if (!isScalar(node)) return null
  const {value, source} = node
  // As written: `1.10` is no number for us, and `05:30` no time in seconds.
  if (typeof value === 'number') return source ?? value
  return typeof value === 'string' || typeof value === 'boolean' ? value : null
}
