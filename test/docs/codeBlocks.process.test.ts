import {spawnSync} from 'node:child_process'
import {
  existsSync,
  globSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import {tmpdir} from 'node:os'
import {join, resolve} from 'node:path'
import {fromMarkdown} from 'mdast-util-from-markdown'
import {describe, expect, test} from 'vitest'
import {commands} from '../../cli/commands/index.ts'

import {packages} from '../../scripts/packages.ts'

const root = resolve(import.meta.dirname, '../..')
const pages = [
  'README.md',
  'CONTRIBUTING.md',
  ...packages.map((folder) => `${folder}/README.md`),
  ...globSync('docs/*.md', {cwd: root}),
].filter((page) => existsSync(join(root, page)))

interface CodeBlock {
  page: string
  line: number
  language: string
  code: string
}

type Tree = ReturnType<typeof fromMarkdown>
type Node = Tree | Tree['children'][number]

function blocksOf(page: string, node: Node): CodeBlock[] {
  if (node.type === 'code') {
    const line = node.position?.start.line ?? 0
    return [{page, line, language: node.lang ?? '', code: node.value}]
  }
  if (!('children' in node)) return []
  return node.children.flatMap((child) => blocksOf(page, child))
}

const blocks = pages.flatMap((page) =>
  blocksOf(page, fromMarkdown(readFileSync(join(root, page), 'utf8'))),
)
const of = (language: string) => blocks.filter((block) => block.language === language)
const place = ({page, line}: CodeBlock) => `${page}:${line}`

const manifest: object = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
const field = (name: string) => Object.entries<unknown>(Object(Reflect.get(manifest, name)))

// Unknown names, values that may be null or undefined, and values that are `any` without their name.
const expected = /error TS(?:2304|2552|18004|18047|18048|7\d+):|undefined' is not assignable to/

/**
 * Returns the type errors of examples. Later examples use names of earlier ones and omit null checks, so
 * errors about those are ignored.
 */
function faultsOf(examples: readonly CodeBlock[]): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'touchpoints-docs-'))
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
  // A program in the project's own folder imports these files.
  symlinkSync(join(root, 'loaders'), join(folder, 'loaders'))
  const options = {
    extends: join(root, 'tsconfig.json'),
    compilerOptions: {
      noUnusedLocals: false,
      noUnusedParameters: false,
      typeRoots: [join(root, 'node_modules/@types')],
    },
    include: ['*.ts'],
    exclude: [],
  }
  writeFileSync(join(folder, 'package.json'), '{"type": "module"}\n')
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(options))
  examples.forEach(({code}, index) => writeFileSync(join(folder, `example${index}.ts`), code))
  const compiler = join(root, 'node_modules/typescript/bin/tsc')
  const {stdout} = spawnSync(process.execPath, [compiler, '-p', folder, '--pretty', 'false'], {
    cwd: folder,
    encoding: 'utf8',
  })
  rmSync(folder, {recursive: true})
  return stdout
    .split('\n')
    .filter((line) => /^example\d+\.ts.*error TS/.test(line))
    .filter((line) => !expected.test(line))
    .map((line) => {
      const [, index, at] = /^example(\d+)\.ts\((\d+)/.exec(line) ?? []
      const example = examples[Number(index)]
      return example ? `${example.page}:${example.line + Number(at)} ${line}` : line
    })
}

describe('the examples of README and docs', () => {
  test('are found, so that the tests do not pass without an example', () => {
    expect(of('ts').length).toBeGreaterThan(10)
    expect(of('sh').length).toBeGreaterThan(3)
  })

  test('are in a language that these tests check', () => {
    const known = ['ts', 'sh', 'json', 'html', 'yaml', 'text']
    expect(blocks.filter(({language}) => !known.includes(language)).map(place)).toEqual([])
  })

  test('in TypeScript match the types of the package', () => {
    expect(faultsOf(of('ts'))).toEqual([])
  }, 120_000)

  test('fail with an unknown function or an option of the wrong type', () => {
    const example = (code: string): CodeBlock => ({page: 'a.md', line: 1, language: 'ts', code})
    const faults = faultsOf([
      example(`import {createLoaders} from 'touchpoints'\nexport {createLoaders}\n`),
      example(
        `import {createLoader} from 'touchpoints'\ncreateLoader({projectId: 7, dataset: ''})\n`,
      ),
    ])
    expect(faults.join('\n')).toMatch(/a\.md.*createLoaders[^]*a\.md.*number/)
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

const scripts = new Set(field('scripts').map(([name]) => name))
const verbs = commands.map(({name}) => name)
const npmVerbs = ['ci', 'install', 'test', 'start', 'publish', 'pack', 'version']

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
  if (command === 'npx')
    return ['changeset', 'sanity', 'node', 'vitest'].includes(first) ? undefined : line
  return ['node', 'hugo', 'curl', 'git', 'cp'].includes(command) ? undefined : line
}
