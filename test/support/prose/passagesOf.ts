import {parseSync, Visitor} from 'oxc-parser'

/** A piece of text that a person reads. A name is an identifier of the code. */
export interface Passage {
  file: string
  /** 1-based. */
  line: number
  kind: 'comment' | 'message' | 'name' | 'page'
  text: string
}

type Fragment = Pick<Passage, 'kind' | 'text'> & {start: number}

/** Returns every passage of a TypeScript source, an Astro page or a Markdown page, each name once. */
export function passagesOf(file: string, source: string): Passage[] {
  const lineStarts = [0, ...[...source.matchAll(/\n/g)].map(({index}) => index + 1)]
  return fragmentsOf(file, source)
    .toSorted((a, b) => a.start - b.start)
    .map(({start, kind, text}) => {
      const next = lineStarts.findIndex((lineStart) => lineStart > start)
      return {file, line: next === -1 ? lineStarts.length : next, kind, text}
    })
}

function fragmentsOf(file: string, source: string): Fragment[] {
  if (file.endsWith('.md')) return pageFragments(source)
  if (file.endsWith('.astro')) return astroFragments(source)
  return codeFragments(file, source)
}

function codeFragments(file: string, source: string): Fragment[] {
  const {program, comments} = parseSync(file, source)
  const fragments: Fragment[] = comments.map(({start, value}) => ({
    start,
    kind: 'comment',
    text: value.replaceAll(/^\s*\* ?/gm, ''),
  }))
  const addMessage = (start: number, text: string) => {
    if (isProse(text)) fragments.push({start, kind: 'message', text})
  }
  const names = new Set<string>()
  const addName = (start: number, name: string) => {
    if (names.has(name)) return
    names.add(name)
    fragments.push({start, kind: 'name', text: name})
  }
  new Visitor({
    Literal: ({start, value}) => {
      if (typeof value === 'string') addMessage(start, value)
    },
    TemplateLiteral: ({start, quasis}) =>
      addMessage(start, quasis.map(({value}) => value.cooked ?? '').join('…')),
    JSXText: ({start, value}) => addMessage(start, value),
    Identifier: ({start, name}) => addName(start, name),
    PrivateIdentifier: ({start, name}) => addName(start, name),
  }).visit(program)
  return fragments
}

/** Several words, or one that starts as a label does. */
function isProse(text: string): boolean {
  return /\p{L}\s+\p{L}|^\p{Lu}\p{Ll}/u.test(text)
}

/** Reads frontmatter and scripts as code. Of the template it reads comments, text and attributes. */
function astroFragments(source: string): Fragment[] {
  const blocks = [
    ...source.matchAll(/^---\n([^]*?)\n---/g),
    ...source.matchAll(/<script[^>]*>([^]*?)<\/script>/g),
  ].map((block) => {
    const [whole, code = ''] = block
    return {code, start: block.index + whole.indexOf(code)}
  })
  const template = blocks.reduce(
    (rest, {code, start}) =>
      rest.slice(0, start) + code.replaceAll(/[^\n]/g, ' ') + rest.slice(start + code.length),
    source,
  )
  const inTemplate = (kind: Passage['kind'], pattern: RegExp) =>
    [...template.matchAll(pattern)].map((match): Fragment => ({
      start: match.index,
      kind,
      text: match[1] ?? '',
    }))
  return [
    ...blocks.flatMap(({code, start}) =>
      codeFragments('block.tsx', code).map((each) => ({...each, start: each.start + start})),
    ),
    ...inTemplate('comment', /(?:<!--|\/\*)([^]*?)(?:-->|\*\/)/g),
    ...inTemplate('message', />([^<>{}]+)</g).filter(({text}) => isProse(text.trim())),
    ...inTemplate('message', /["'`]([^"'`\n]+)["'`]/g).filter(({text}) => isProse(text)),
  ]
}

/** Reads paragraphs, list items and table cells, and skips code. */
function pageFragments(source: string): Fragment[] {
  const prose = source.replaceAll(/^( *)(```|~~~)[^]*?^\1\2/gm, (block) =>
    block.replaceAll(/[^\n]/g, ' '),
  )
  const fragments: Fragment[] = []
  let start = 0
  for (const block of prose.split(/\n(?=\s*(?:\n|[-*|#]|\d+\. ))/)) {
    const text = block.replaceAll(/\]\([^)]*\)/g, ']')
    for (const cell of text.includes('|') ? text.split('|') : [text]) {
      if (isProse(cell.trim())) {
        const leading = block.length - block.trimStart().length
        fragments.push({start: start + leading, kind: 'page', text: cell.trim()})
      }
    }
    start += block.length + 1
  }
  return fragments
}
