import {spawnSync} from 'node:child_process'
import {
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import {tmpdir} from 'node:os'
import {basename, join, resolve} from 'node:path'
import {fromMarkdown} from 'mdast-util-from-markdown'
import {describe, expect, test} from 'vitest'
import {commands} from '../../cli/commands/index.ts'

import {manifestOf} from '../../create/manifest.ts'
import {readArguments} from '../../lake/cli/readArguments.ts'
import {packages} from '../../scripts/packages.ts'

const root = resolve(import.meta.dirname, '../..')
const pages = [
  'README.md',
  'CONTRIBUTING.md',
  ...packages.map((folder) => `${folder}/README.md`),
  ...globSync('docs/*.md', {cwd: root}),
]
  .filter((page) => existsSync(join(root, page)))
  // Its blocks are the files of one project: extending.process.test.ts and the packaging test compile and run them.
  .filter((page) => page !== 'docs/extending.md')

interface CodeBlock {
  page: string
  line: number
  language: string
  code: string
  /** The paragraph before it, which says whether it continues another block and what its file is called. */
  before: string
}

type Tree = ReturnType<typeof fromMarkdown>
type Node = Tree | Tree['children'][number]

function blocksOf(page: string, text: string): CodeBlock[] {
  const lines = text.split('\n')
  function within(node: Node): CodeBlock[] {
    if (node.type === 'code') {
      const line = node.position?.start.line ?? 0
      const before = lines.slice(0, line - 1).findLast((each) => each !== '') ?? ''
      return [{page, line, language: node.lang ?? '', code: node.value, before}]
    }
    return 'children' in node ? node.children.flatMap(within) : []
  }
  return within(fromMarkdown(text))
}

const texts = new Map(pages.map((page) => [page, readFileSync(join(root, page), 'utf8')]))
const blocks = [...texts].flatMap(([page, text]) => blocksOf(page, text))
const of = (language: string) => blocks.filter((block) => block.language === language)
const place = ({page, line}: CodeBlock) => `${page}:${line}`

const manifest: object = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
const field = (name: string) => Object.entries<unknown>(Object(Reflect.get(manifest, name)))

/** Sources of the example of the same name as a page, which the packaging tests build and type-check. */
function exampleFiles(page: string): string[] {
  const folder = join('examples', basename(page, '.md'))
  const types = '*.{astro,html,js,mjs,njk,svelte,ts,tsx,vue}'
  const exclude = (path: string) => /(?:^|\/)(?:node_modules|dist|\..*|_site)$/.test(path)
  return globSync(`${folder}/**/${types}`, {cwd: root, exclude})
}

/** Returns whether a block is a part of the page's example, word for word. */
function isExcerpt({page, code}: CodeBlock): boolean {
  return exampleFiles(page).some((file) => readFileSync(join(root, file), 'utf8').includes(code))
}

/** Names that a page uses and the reader has: the test of the page defines them, or the framework. */
const given = new Map([
  [
    'docs/loader.md',
    `declare function feedFetch(): Promise<Response>
    declare function breakSomething(): Promise<void>`,
  ],
  [
    'docs/http.md',
    `declare const Bun: {serve(options: {port: number, routes: Record<string, (request: Request) => Promise<Response>>}): unknown}
    declare const Deno: {serve(options: {port: number}, handler: (request: Request) => Promise<Response>): unknown}`,
  ],
])

/** Modules of frameworks that are installed for their examples only. */
const frameworks = `
declare module 'next/headers' {
  export function draftMode(): Promise<{isEnabled: boolean; enable(): void; disable(): void}>
}
declare module 'next/cache' {
  export function revalidateTag(tag: string, profile: {expire?: number}): void
  export function updateTag(tag: string): void
  export function cacheTag(...tags: string[]): void
  export function cacheLife(profile: string): void
}
declare module 'next-sanity' {
  export {createClient} from '@sanity/client'
  export function defineQuery(query: string): string
}
declare module 'next-sanity/live' {
  export function defineLive(options: {client: object, serverToken: string | false, browserToken: false}): {
    sanityFetch: (options: {query: string, perspective: 'published' | 'drafts' | string[], stega: false}) => Promise<{data: unknown, tags: string[]}>
    SanityLive: () => null
  }
  export function parseTags(tags: unknown): {tags: string[]}
}
`

/** Blocks of one page that are one program, in their order. */
interface Program {
  page: string
  blocks: CodeBlock[]
  /** The name that the page says to save it as. */
  file: string | undefined
}

/** Returns the programs of a page. A block is a program of its own, unless the page says that it continues. */
function programsOf(page: string, text: string): Program[] {
  const one = text.includes('examples on this page form one program')
  const programs: Program[] = []
  for (const block of blocksOf(page, text)) {
    if (block.language !== 'ts' || isExcerpt(block)) continue
    const previous = programs.at(-1)
    const continues = /continues the (?:example|block) above/i.test(block.before)
    if (previous && (one || continues)) previous.blocks.push(block)
    else
      programs.push({
        page,
        blocks: [block],
        file: /[Ss]ave this as `([\w/-]+\.ts)`/.exec(block.before)?.[1],
      })
  }
  return programs
}

/** Returns the type errors of the programs, at their places in the pages. */
function faultsOf(programs: readonly Program[]): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'touchpoints-docs-'))
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
  const options = {
    extends: join(root, 'tsconfig.json'),
    compilerOptions: {
      noUnusedLocals: false,
      noUnusedParameters: false,
      typeRoots: [join(root, 'node_modules/@types')],
    },
    include: ['frameworks.d.ts', 'pages'],
    exclude: [],
  }
  writeFileSync(join(folder, 'package.json'), '{"type": "module"}\n')
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(options))
  writeFileSync(join(folder, 'frameworks.d.ts'), frameworks)

  const files = new Map<string, Program>()
  for (const [index, program] of programs.entries()) {
    const page = join('pages', program.page.replaceAll('/', '-'))
    const file = join(page, program.file ?? `example${index}.ts`)
    if (!existsSync(join(folder, page))) {
      mkdirSync(join(folder, page), {recursive: true})
      // A program in the project's own folder imports these files.
      symlinkSync(join(root, 'loaders'), join(folder, page, 'loaders'))
    }
    const text = [...program.blocks.map(({code}) => code), given.get(program.page) ?? ''].join('\n')
    writeFileSync(join(folder, file), text)
    files.set(file, program)
  }
  const compiler = join(root, 'node_modules/typescript/bin/tsc')
  const {stdout} = spawnSync(process.execPath, [compiler, '-p', folder, '--pretty', 'false'], {
    cwd: folder,
    encoding: 'utf8',
  })
  rmSync(folder, {recursive: true})
  return stdout
    .split('\n')
    .filter((line) => /^pages\/.*error TS/.test(line))
    .map((line) => {
      const [, file = '', at, error] = /^(.+?)\((\d+),\d+\): (.*)$/.exec(line) ?? []
      const program = files.get(file)
      return program ? `${placeOf(program, Number(at))} ${error}` : line
    })
}

/** Returns the place in the page of a line of a program. */
function placeOf({page, blocks}: Program, line: number): string {
  let rest = line
  for (const block of blocks) {
    const lines = block.code.split('\n').length
    if (rest <= lines) return `${page}:${block.line + rest}`
    rest -= lines
  }
  return page
}

describe('the examples of README and docs', () => {
  test('are found, so that the tests do not pass without an example', () => {
    expect(of('ts').length).toBeGreaterThan(10)
    expect(of('sh').length).toBeGreaterThan(3)
  })

  test('are in a language that these tests check, or a part of an example that is built', () => {
    const known = ['ts', 'sh', 'json', 'html', 'yaml', 'text']
    const others = blocks.filter(({language}) => !known.includes(language))
    expect(others.filter((block) => !isExcerpt(block)).map(place)).toEqual([])
  })

  test('in TypeScript compile alone, or with the one that they continue', () => {
    const programs = [...texts].flatMap(([page, text]) => programsOf(page, text))
    expect(faultsOf(programs)).toEqual([])
  }, 120_000)

  test('fail with an unknown function, a wrong option, or a name that only another example has', () => {
    const text = `
\`\`\`ts
import {createLoaders} from 'touchpoints'
export {createLoaders}
\`\`\`

\`\`\`ts
import {createLoader} from 'touchpoints'
const loader = createLoader({projectId: 7, dataset: ''})
\`\`\`

This continues the example above:

\`\`\`ts
export const page = loader.meetingsPage()
\`\`\`

And this does not:

\`\`\`ts
export const series = loader.series()
\`\`\`
`
    expect(faultsOf(programsOf('docs/a.md', text))).toEqual([
      expect.stringMatching(/^docs\/a\.md:3 .*createLoaders/),
      expect.stringMatching(/^docs\/a\.md:9 .*number/),
      expect.stringMatching(/^docs\/a\.md:21 .*Cannot find name 'loader'/),
    ])
  }, 120_000)

  test.each(of('json').map((block) => [place(block), block.code]))(
    'in JSON can be parsed: %s',
    (_at, code) => {
      expect(() => JSON.parse(code)).not.toThrow()
    },
  )

  test.each(of('html').map((block) => [place(block), block.code]))(
    'in HTML use custom elements that exist: %s',
    (_at, code) => {
      const custom = [...code.matchAll(/<([a-z]+-[a-z-]+)/g)].map(([, name]) => name)
      const defined = ['touchpoints-calendar', 'touchpoints-next']
      expect(custom.filter((name) => name !== undefined && !defined.includes(name))).toEqual([])
    },
  )

  test.each(of('yaml').map((block) => [place(block), block.code]))(
    'in a workflow run commands that exist: %s',
    (_at, code) => {
      const steps = [...code.matchAll(/^ *- run: (.+)$/gm)].map(([, line = '']) => line)
      expect(steps.length).toBeGreaterThan(0)
      expect(steps.map(unknownCommand).filter(Boolean)).toEqual([])
    },
  )

  test.each(of('sh').map((block) => [place(block), block.code]))(
    'in the shell use commands that exist: %s',
    (_at, code) => {
      expect(code.split(/\n|&&/).map(unknownCommand).filter(Boolean)).toEqual([])
    },
  )
})

// The scripts of this repository and of a created project.
const created = manifestOf(
  {
    name: 'A',
    shortName: 'A',
    homeZone: 'UTC',
    accent: '#000000',
    languages: ['en'],
    calendars: [],
    framework: 'astro',
  },
  {folderName: 'a'},
)
const scripts = new Set([
  ...field('scripts').map(([name]) => name),
  ...Object.keys(created.scripts),
])
const verbs = commands.map(({name}) => name)
const npmVerbs = ['ci', 'create', 'exec', 'install', 'test', 'start', 'publish', 'pack', 'version']

test('a wrong option of the lake is reported, which proves that its options are checked', () => {
  expect(unknownCommand('npx @touchpoints/lake --seeds a.ndjson')).toBeDefined()
  expect(unknownCommand('npx @touchpoints/lake exec -- npx sanity dataset list')).toBeUndefined()
})

/** Returns a shell line with an unknown command. Checks the form only, because no test deploys a Studio. */
function unknownCommand(line: string): string | undefined {
  const words = line
    .trim()
    .split(/\s+/)
    .filter((word) => !/^[A-Z_]+=/.test(word))
  const [command = '', first = '', second = ''] = words
  if (command === '' || command.startsWith('#')) return undefined
  if (command === 'npm' && first === 'run') return scripts.has(second) ? undefined : line
  if (command === 'npm') return npmVerbs.includes(first) ? undefined : line
  if (command === 'touchpoints') return verbs.includes(first) ? undefined : line
  if (command === 'npx' && first === 'touchpoints') return verbs.includes(second) ? undefined : line
  if (command === 'npx' && first === '@touchpoints/lake') {
    return isLakeCommand(words.slice(2)) ? undefined : line
  }
  if (command === 'npx')
    return ['astro', 'changeset', 'sanity', 'node', 'vitest'].includes(first) ? undefined : line
  return ['node', 'hugo', 'curl', 'git', 'cp', 'cd', 'mkcert'].includes(command) ? undefined : line
}

/** The options of the lake are parsed, because a wrong one would stop it. */
function isLakeCommand(args: readonly string[]): boolean {
  try {
    return Boolean(readArguments(args))
  } catch {
    return false
  }
}
