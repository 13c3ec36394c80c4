import {spawnSync} from 'node:child_process'
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import {tmpdir} from 'node:os'
import {basename, join} from 'node:path'

import {packages} from '../../scripts/packages.ts'
import {root, workspaces} from '../support/workspaces.ts'

const copied = [
  ...packages,
  'content',
  'docs',
  'scripts',
  'test',
  'package.json',
  'tsconfig.json',
  'vitest.config.ts',
]

/** A copy of the sources for planted mistakes. Its packages import each other, not the originals. */
export class SourcesCopy {
  readonly folder = realpathSync(mkdtempSync(join(tmpdir(), 'touchpoints-planted-')))

  constructor() {
    for (const name of copied) {
      cpSync(join(root, name), join(this.folder, name), {
        recursive: true,
        filter: (path) => !['.package', 'dist', 'node_modules'].includes(basename(path)),
      })
    }
    this.#linkDependencies()
  }

  #linkDependencies() {
    const installed = join(this.folder, 'node_modules')
    mkdirSync(join(installed, '@touchpoints'), {recursive: true})
    const own = new Set(['@touchpoints', ...workspaces().map(({name}) => name)])
    for (const name of readdirSync(join(root, 'node_modules'))) {
      if (name.startsWith('.') || own.has(name)) continue
      symlinkSync(join(root, 'node_modules', name), join(installed, name))
    }
    for (const {name, folder} of workspaces()) {
      symlinkSync(join(this.folder, folder), join(installed, name))
    }
  }

  /**
   * Replaces text in a file.
   *
   * @throws when the file does not contain the text, because nothing would be planted
   */
  replace(file: string, text: string, by: string) {
    const path = join(this.folder, file)
    const before = readFileSync(path, 'utf8')
    if (!before.includes(text))
      throw new Error(`${file} does not contain "${text}". Update the planted text.`)
    writeFileSync(
      path,
      before.replace(text, () => by),
    )
  }

  write(file: string, text: string) {
    writeFileSync(join(this.folder, file), text)
  }

  read(file: string): string {
    return readFileSync(join(this.folder, file), 'utf8')
  }

  /** Returns the compiler's errors by file. */
  compile(): Map<string, string[]> {
    const output = this.#run('typescript/bin/tsc', ['--pretty', 'false'])
    const errors = new Map<string, string[]>()
    // An error continues on the indented lines that follow it.
    for (const error of output.split(/\n(?! )/)) {
      const [, file, message] = /^(.+?)\(\d+,\d+\): error (TS[^]*)$/.exec(error) ?? []
      if (file && message) errors.set(file, [...(errors.get(file) ?? []), message])
    }
    return errors
  }

  /** Returns the messages of the failing tests, by full name. */
  failingTests(files: readonly string[]): Map<string, string> {
    const report = 'failing.json'
    const options = ['--project', 'unit', '--reporter', 'json', `--outputFile.json=${report}`]
    this.#run('vitest/vitest.mjs', ['run', ...options, ...files])
    const {testResults}: Report = JSON.parse(this.read(report))
    const broken = testResults.filter(({assertionResults}) => assertionResults.length === 0)
    if (broken.length > 0) throw new Error(broken.map(({message}) => message).join('\n'))
    const tests = testResults.flatMap(({assertionResults}) => assertionResults)
    return new Map(
      tests
        .filter(({status}) => status === 'failed')
        .map(({fullName, failureMessages}) => [fullName, failureMessages.join('\n')]),
    )
  }

  #run(program: string, args: readonly string[]): string {
    const path = join(root, 'node_modules', program)
    // A nested Vitest would otherwise use the variables of the outer run.
    const env = Object.fromEntries(
      Object.entries(process.env).filter(([name]) => !name.startsWith('VITEST')),
    )
    const {stdout} = spawnSync(process.execPath, [path, ...args], {
      cwd: this.folder,
      encoding: 'utf8',
      maxBuffer: 100_000_000,
      env,
    })
    return stdout
  }

  remove() {
    rmSync(this.folder, {recursive: true, force: true})
  }
}

interface Report {
  testResults: {assertionResults: Assertion[]; message: string}[]
}

interface Assertion {
  fullName: string
  status: string
  failureMessages: string[]
}
