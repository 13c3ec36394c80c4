import {execFile} from 'node:child_process'
import {writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {promisify} from 'node:util'
import {expect, test as base} from 'vitest'

import {emptyProject} from './support/emptyProject.ts'
import {installTarballs, installTime, loaderTarballs} from './support/installTarballs.ts'

const run = promisify(execFile)

/** The checkers of Svelte and Vue call the compiler's JavaScript API, which TypeScript 7 does not have. */
const devDependencies = {
  '@types/react': '^19.0.0',
  preact: '^11.0.0',
  react: '^19.0.0',
  'solid-js': '^1.9.0',
  svelte: '^5.0.0',
  'svelte-check': '^4.0.0',
  typescript: '5.9.3',
  vue: '^3.5.0',
  'vue-tsc': '^3.0.0',
}

/** A project outside of this repository, with the elements and all the frameworks. */
const test = base.extend<{folder: string}>({
  folder: [
    // oxlint-disable-next-line no-empty-pattern -- vitest reads the fixtures from the pattern
    async ({}, use) => {
      await using project = await emptyProject({devDependencies})
      await installTarballs(project.folder, [...loaderTarballs, 'touchpoints-elements'])
      await use(project.folder)
    },
    {scope: 'file'},
  ],
})

/** How a framework writes and checks a page with the elements. */
interface Framework {
  name: string
  door: string
  /** Extension of a page's file. */
  extension: string
  /** Writes a page with these tags. */
  page(door: string, tags: string): string
  /** Compiler options. */
  options: object
  /** Program that checks types, relative to `node_modules`, with its arguments. */
  check: readonly [program: string, ...args: string[]]
}

const jsx = (door: string, tags: string) =>
  `import '${door}'\nexport const page = () => <>${tags}</>\n`
const template = (door: string, tags: string) =>
  `<script setup lang="ts">\nimport '${door}'\n</script>\n<template>${tags}</template>\n`
const tsc = ['typescript/bin/tsc', '--pretty', 'false', '--project', 'tsconfig.json'] as const

const frameworks: Framework[] = [
  {
    name: 'React 19',
    door: '@touchpoints/elements/react',
    extension: 'tsx',
    page: jsx,
    options: {jsx: 'react-jsx'},
    check: tsc,
  },
  {
    name: 'Preact',
    door: '@touchpoints/elements/preact',
    extension: 'tsx',
    page: jsx,
    options: {jsx: 'react-jsx', jsxImportSource: 'preact'},
    check: tsc,
  },
  {
    name: 'Solid',
    door: '@touchpoints/elements/solid',
    extension: 'tsx',
    page: jsx,
    options: {jsx: 'preserve', jsxImportSource: 'solid-js'},
    check: tsc,
  },
  {
    name: 'Svelte',
    door: '@touchpoints/elements/svelte',
    extension: 'svelte',
    page: (door, tags) => `<script lang="ts">\nimport '${door}'\n</script>\n${tags}\n`,
    options: {},
    check: ['svelte-check/bin/svelte-check', '--output', 'machine', '--tsconfig', 'tsconfig.json'],
  },
  {
    name: 'Vue',
    door: '@touchpoints/elements/vue',
    extension: 'vue',
    page: template,
    options: {},
    check: ['vue-tsc/bin/vue-tsc.js', '--pretty', 'false', '--project', 'tsconfig.json'],
  },
]

const right =
  '<touchpoints-next src="/events.json" series="talks" time-zone="Europe/Madrid" lang="de" />' +
  '<touchpoints-calendar src="/events.json" view="week" days="30" extra="venue level" id="all" />'

/** Mistakes, each with the part of the message that names it. */
const wrong: readonly (readonly [tag: string, message: RegExp])[] = [
  ['<touchpoints-calendar view="wek" />', /wek/],
  ['<touchpoints-calendar days="many" />', /many/],
  ['<touchpoints-next serie="talks" />', /serie\b/],
]

const unknown = ['<touchpoints-nxt />', /touchpoints-nxt/] as const

for (const framework of frameworks) {
  const {name, door, extension} = framework
  // Svelte and Vue allow unknown custom elements.
  const mistakes = extension === 'tsx' ? [...wrong, unknown] : wrong

  test(
    `${name} knows the elements and the types of their attributes, and reports each mistake`,
    async ({folder}) => {
      await writeFile(join(folder, `Right.${extension}`), framework.page(door, right))
      for (const [index, [tag]] of mistakes.entries()) {
        const text = framework.page(door, right + tag)
        await writeFile(join(folder, `Wrong${index}.${extension}`), text)
      }
      const errors = await errorsIn(folder, framework)
      expect(errors.filter((line) => !/Wrong\d\./.test(line))).toEqual([])
      for (const [index, [, message]] of mistakes.entries()) {
        const own = errors.filter((line) => line.includes(`Wrong${index}.`))
        expect(own).not.toEqual([])
        expect(own.filter((line) => !message.test(line))).toEqual([])
      }
    },
    installTime,
  )
}

test('the DOM knows the elements by their tags', async ({folder}) => {
  const code = (view: string) => `import '@touchpoints/elements'
    const calendar = document.createElement('touchpoints-calendar')
    calendar.view = '${view}'
    const next = document.querySelector('touchpoints-next')
    export const zone: string | null | undefined = next?.timeZone
  `
  await writeFile(join(folder, 'right.ts'), code('month'))
  await writeFile(join(folder, 'wrong.ts'), code('mnth'))
  const errors = await errorsIn(folder, {extension: 'ts', options: {}, check: tsc})
  expect(errors).toEqual([expect.stringMatching(/^wrong\.ts.*mnth/)])
})

test('the agenda as HTML needs no browser', async ({folder}) => {
  const code = `import {agendaHtml} from '@touchpoints/elements/html'
    const document = {version: 1, title: 'a', from: '', to: '', calendars: [], events: []}
    const options = {language: 'de', timeZone: 'Europe/Berlin', now: new Date(0)}
    console.log(agendaHtml(document, options))`
  const {stdout} = await run(process.execPath, ['--input-type=module', '-e', code], {cwd: folder})
  expect(stdout).toContain('Keine kommenden Termine.')
})

/** Returns the errors that the checker of a framework reports, also those in declarations. */
async function errorsIn(
  folder: string,
  {extension, options, check}: Pick<Framework, 'extension' | 'options' | 'check'>,
): Promise<string[]> {
  const compilerOptions = {
    target: 'es2023',
    lib: ['es2024', 'esnext.collection', 'dom', 'dom.iterable', 'dom.asynciterable'],
    module: 'preserve',
    moduleResolution: 'bundler',
    strict: true,
    exactOptionalPropertyTypes: true,
    noEmit: true,
    types: [],
    skipLibCheck: false,
    ...options,
  }
  const include = [`*.${extension}`]
  const config = {compilerOptions, include, vueCompilerOptions: {strictTemplates: true}}
  await writeFile(join(folder, 'tsconfig.json'), JSON.stringify(config))
  const [program, ...args] = check
  const path = join(folder, 'node_modules', program)
  const output = await run(process.execPath, [path, ...args], {cwd: folder}).then(
    ({stdout}) => stdout,
    (error: {stdout?: string}) => {
      if (!error.stdout) throw error
      return error.stdout
    },
  )
  return output.split('\n').filter((line) => /error TS\d+|^\d+ ERROR /.test(line))
}
