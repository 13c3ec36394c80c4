import {execFileSync} from 'node:child_process'
import {existsSync, readFileSync} from 'node:fs'
import {basename, join} from 'node:path'
import {describe, expect, test} from 'vitest'

import {passagesOf} from './support/prose/passagesOf.ts'
import {
  longSentencesIn,
  markedNameParts,
  markedWords,
  markedWordsIn,
} from './support/prose/readingRules.ts'
import {root} from './support/workspaces.ts'

/** The files that the rules apply to. `/^/` applies them to the whole repository. */
const covered = /^/

interface Exception {
  file: string
  word: string
  reason: string
}

/** Marked words in the right place. */
const allowed: Exception[] = []

/** These files contain every marked word. */
const own = /^test\/(?:voice\.test|support\/prose\/readingRules)\.ts$/
const notProse = /^test\/fixtures\//

const list = ['ls-files', '--cached', '--others', '--exclude-standard']
const files = execFileSync('git', [...list, '*.ts', '*.tsx', '*.astro', '*.md'], {
  cwd: root,
  encoding: 'utf8',
})
  .trim()
  .split('\n')
  .filter((file) => !own.test(file) && !notProse.test(file) && existsSync(join(root, file)))

interface Finding {
  file: string
  word: string
  text: string
}

/** Returns each marked word and each long sentence of a file. */
function findingsIn(file: string, source: string): Finding[] {
  const fileName = {file, line: 1, kind: 'name', text: basename(file)} as const
  return [fileName, ...passagesOf(file, source)].flatMap((passage) => {
    const place = `${file}:${passage.line}`
    const start = passage.text.trim().slice(0, 80).replaceAll('\n', ' ')
    const words = markedWordsIn(passage).map(([word, instead]) => ({
      file,
      word,
      text: `${place} "${word}" in the ${passage.kind} "${start}": use ${instead}`,
    }))
    const sentences = file.startsWith('test/') ? [] : longSentencesIn(passage)
    return [
      ...words,
      ...sentences.map((sentence) => ({
        file,
        word: 'long sentence',
        text: `${place} is too long to read once: "${sentence.slice(0, 80)}…"`,
      })),
    ]
  })
}

function isException({file, word}: Finding, exceptions: readonly Exception[]): boolean {
  return exceptions.some((each) => each.file === file && each.word === word)
}

function unusedExceptions(exceptions: readonly Exception[], findings: readonly Finding[]) {
  return exceptions.filter((each) => !findings.some((finding) => isException(finding, [each])))
}

describe('the prose of the repository', () => {
  const findings = files
    .filter((file) => covered.test(file))
    .flatMap((file) => findingsIn(file, readFileSync(join(root, file), 'utf8')))

  test('has no marked word, marked name or long sentence, so that it reads as plain English', () => {
    const faults = findings.filter((finding) => !isException(finding, allowed))
    expect(faults.map(({text}) => text)).toEqual([])
  })

  test('needs each entry of the allow list, so that the list stays short', () => {
    expect(unusedExceptions(allowed, findings)).toEqual([])
  })

  test('is read in every format, so that the rules do not pass because nothing is read', () => {
    const formats = files.filter((file) => covered.test(file)).map((file) => file.split('.').at(-1))
    expect(new Set(formats)).toEqual(new Set(['ts', 'tsx', 'astro', 'md']))
    expect(files.length).toBeGreaterThan(500)
  })
})

describe('a planted fault is reported', () => {
  const faultsOf = (file: string, source: string) => findingsIn(file, source).map(({text}) => text)

  test.each(Object.keys(markedWords))('in a comment: %s', (word) => {
    expect(faultsOf('a.ts', `\n/**\n * Ends with ${word} here.\n */`)).toEqual([
      expect.stringContaining(`a.ts:2 "${word}" in the comment`),
    ])
  })

  test.each(Object.keys(markedNameParts))('in a name: %s', (part) => {
    const capital = part[0]?.toUpperCase() + part.slice(1)
    for (const name of [part, `${part}Once`, `is${capital}`, `is${capital}Once`, capital]) {
      expect(faultsOf('a.ts', `\nexport const ${name} = 1`)).toEqual([
        expect.stringContaining(`a.ts:2 "${part}" in the name "${name}"`),
      ])
    }
  })

  test('in the name of a file', () => {
    expect(faultsOf('cli/whatIsTold.ts', '')).toEqual([
      expect.stringContaining('cli/whatIsTold.ts:1 "told" in the name'),
    ])
  })

  test('except a word on the allow list, in its own file only', () => {
    const exception = {file: 'a.ts', word: 'told', reason: 'A planted exception.'}
    const [inFile] = findingsIn('a.ts', 'told()')
    const [elsewhere] = findingsIn('b.ts', 'told()')
    const [otherWord] = findingsIn('a.ts', 'mend()')
    const findings = [inFile, elsewhere, otherWord].filter((each) => each !== undefined)
    expect(findings.map((each) => isException(each, [exception]))).toEqual([true, false, false])
    expect(unusedExceptions([exception, {...exception, word: 'anew'}], findings)).toEqual([
      {...exception, word: 'anew'},
    ])
  })

  const long = `${'word '.repeat(41).trim()}.`

  test.each([
    ['a string', 'a.ts', `\nfail('Mend the file.')`, 'a.ts:2 "mend" in the message'],
    ['a label of one word', 'a.ts', `\nconst label = 'Mend'`, 'a.ts:2 "mend" in the message'],
    ['a template', 'a.ts', '\nfail(`${name} is told`)', 'a.ts:2 "told" in the message'],
    ['an element', 'a.tsx', `\nconst a = <p>As told here</p>`, 'a.tsx:2 "told" in the message'],
    ['a property', 'a.ts', `interface A {\n  asked: string\n}`, 'a.ts:2 "asked" in the name'],
    ['a private field', 'a.ts', `class A {\n  #told = 1\n}`, 'a.ts:2 "told" in the name'],
    ['two lines', 'a.ts', `// as it\n/* as it\n stands */`, 'a.ts:2 "as it stands" in the comment'],
    ['frontmatter', 'a.astro', `---\nconst told = 1\n---\n`, 'a.astro:2 "told" in the name'],
    ['a script', 'a.astro', `<script>\nconst told = 1</script>`, 'a.astro:2 "told" in the name'],
    ['an Astro comment', 'a.astro', `\n{/* Likewise. */}`, 'a.astro:2 "likewise" in the comment'],
    ['an Astro element', 'a.astro', `\n<p>As told here</p>`, 'a.astro:2 "told" in the message'],
    ['an attribute', 'a.astro', `\n<a title="As told here">`, 'a.astro:2 "told" in the message'],
    ['a paragraph', 'a.md', `\nA page whose text is old.`, 'a.md:2 "whose" in the page'],
    ['a table', 'a.md', `\n| a | stands for it |`, 'a.md:2 "stands for" in the page'],
    ['a long paragraph', 'a.md', `\n${long}`, 'a.md:2 is too long'],
    ['a long list item', 'a.md', `\n- ${long}`, 'a.md:2 is too long'],
    ['a long message', 'a.ts', `\nfail('${long}')`, 'a.ts:2 is too long'],
  ])('in %s', (_place, file, source, expected) => {
    expect(faultsOf(file, source)).toEqual([expect.stringContaining(expected)])
  })

  test.each([
    ['code in a page', 'a.md', '`told` is a name.\n\n```ts\nconst told = 1 // whose\n```\n'],
    ['a longer word', 'a.md', 'Untold mendings, and a telltale.'],
    ['a longer name', 'a.ts', 'export const mention = recommended + saidah'],
    ['a long comment', 'a.ts', `// ${long}`],
    ['forty words', 'a.md', `${'word '.repeat(40).trim()}.`],
    ['two sentences', 'a.md', `${'word '.repeat(30).trim()}. ${'Word '.repeat(30).trim()}.`],
    ['a query', 'a.ts', `const query = '*[_type == "a"] ${long}'`],
    [
      'a list in a message',
      'a.ts',
      `const help = \`One\n  ${'word '.repeat(25)}\n  ${'word '.repeat(25)}\``,
    ],
    ['a fixture of a test', 'test/a.ts', `const text = '${long}'`],
  ])('but nothing is reported in %s', (_place, file, source) => {
    expect(faultsOf(file, source)).toEqual([])
  })
})
