import {execFile} from 'node:child_process'
import {writeFile} from 'node:fs/promises'
import {join, resolve} from 'node:path'
import {promisify} from 'node:util'

const run = promisify(execFile)
const modules = resolve(import.meta.dirname, '../../../node_modules')

export interface TypeCheck {
  /** Relative to the folder. */
  include: string[]
  skipLibCheck: boolean
}

/**
 * The errors of a strict `tsc` over a project, one line each.
 *
 * With `skipLibCheck: false` only those in the project's files and in declarations of this repository's
 * packages count: sanity 6.16, next, @sanity/client and what Astro 6 writes into `.astro` have errors in
 * declarations of their own.
 */
export async function typeErrors(folder: string, check: TypeCheck): Promise<string[]> {
  const {include, skipLibCheck} = check
  const config = join(folder, 'tsconfig.outside.json')
  await writeFile(config, JSON.stringify({compilerOptions: {...options, skipLibCheck}, include}))
  const compiler = join(modules, 'typescript/bin/tsc')
  const args = [compiler, '--project', config, '--pretty', 'false']
  const maxBuffer = 64 * 1024 * 1024
  const output = await run(process.execPath, args, {cwd: folder, maxBuffer, timeout: 200_000}).then(
    ({stdout}) => stdout,
    (error: {stdout?: string}) => {
      if (!error.stdout) throw error
      return error.stdout
    },
  )
  return output.split('\n').filter((line) => /error TS\d+/.test(line) && isOurs(line))
}

const options = {
  target: 'es2023',
  lib: ['es2024', 'dom', 'dom.iterable'],
  module: 'preserve',
  moduleResolution: 'bundler',
  jsx: 'react-jsx',
  strict: true,
  noEmit: true,
  allowImportingTsExtensions: true,
  // Of this repository: a project need not install them to use the packages.
  typeRoots: [join(modules, '@types')],
  types: ['node'],
}

/** An error without a file is the project's. */
function isOurs(line: string): boolean {
  return !/^\.astro\/|node_modules\/(?!@?touchpoints\/)/.test(line.split('(')[0] ?? '')
}
