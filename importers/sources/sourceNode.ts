/** A value of a structured file, with the line that it is on. */
export interface SourceNode {
  /** 1-based. */
  line: number
  /** Text, number, boolean or null. Undefined for an object or a list. */
  value?: string | number | boolean | null
  /** Of an object. */
  fields: ReadonlyMap<string, SourceNode>
  /** Of a list. */
  items: readonly SourceNode[]
}

/** Characters that format text and show nothing, such as a zero-width space before a link. */
const invisible = /[\p{Cf}\p{Cc}]+/gu
/** What people write until they know better. */
const placeholder = /^(?:tb[ad]|n\/?a|none|todo|unknown|null|-+|\?+|…|\.\.\.)\.?$/i

/** Returns the text of a scalar: one line without invisible characters, or undefined for an empty one. */
export function textOf(node: SourceNode | undefined): string | undefined {
  if (typeof node?.value !== 'string' && typeof node?.value !== 'number') return undefined
  const text = String(node.value).replaceAll(/\s+/g, ' ').replaceAll(invisible, '').trim()
  return text === '' || placeholder.test(text) ? undefined : text
}

/** Returns a text of several lines, or undefined for an empty one. */
export function paragraphOf(node: SourceNode | undefined): string | undefined {
  if (typeof node?.value !== 'string') return undefined
  const text = node.value
    .split('\n')
    .map((line) => line.replaceAll(invisible, '').trimEnd())
    .join('\n')
    .trim()
  return text === '' ? undefined : text
}

/** Cuts a text to a line of the format: at most 200 characters. */
export function lineOf(text: string): string {
  return text.slice(0, 200).trim()
}

export function itemsOf(node: SourceNode | undefined, field: string): readonly SourceNode[] {
  return node?.fields.get(field)?.items ?? []
}

/** Returns a node as it could be written, for a leftover. */
export function sourceText(node: SourceNode): string {
  if (node.fields.size > 0) {
    const parts = [...node.fields].map(([name, child]) => `${name}: ${sourceText(child)}`)
    return `{${parts.join(', ')}}`
  }
  if (node.items.length > 0) return `[${node.items.map(sourceText).join(', ')}]`
  return String(node.value ?? '')
}

/** Returns the fields of an object that are not in `known` and not empty. */
export function otherFields(
  node: SourceNode,
  known: ReadonlySet<string>,
): {name: string; node: SourceNode}[] {
  return [...node.fields].flatMap(([name, child]) => {
    const isEmpty =
      child.fields.size === 0 &&
      child.items.length === 0 &&
      typeof child.value !== 'boolean' &&
      textOf(child) === undefined
    return known.has(name) || isEmpty ? [] : [{name, node: child}]
  })
}
