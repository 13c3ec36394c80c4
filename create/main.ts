#!/usr/bin/env node
import {parseArgs} from 'node:util'

import {CreateError} from './CreateError.ts'
import {flags} from './flags.ts'
import {argumentProblem} from './argumentProblem.ts'
import {openQuestions} from './openQuestions.ts'
import {startProject} from './startProject.ts'

const options = {
  ...flags,
  init: {type: 'boolean', default: false, help: 'add what is missing to a project that exists'},
  help: {type: 'boolean', short: 'h', default: false, help: 'list these options'},
} as const

const print = (line: string) => void process.stdout.write(`${line}\n`)

function helpText(): string {
  const rows = Object.entries(options).map(([name, option]) => {
    const value = 'value' in option ? ` ${option.value}` : ''
    return `  ${`--${name}${value}`.padEnd(22)} ${option.help}`
  })
  return [
    'Usage: npm create touchpoints [FOLDER] -- [OPTIONS]',
    '',
    'Starts a project for the meetings of a community of your own: a Studio, content and a site.',
    'Without options it asks. Ctrl-C writes nothing.',
    '',
    ...rows,
  ].join('\n')
}

try {
  const {values, positionals} = parseArgs({
    args: process.argv.slice(2),
    allowPositionals: true,
    options,
  })
  if (values.help) {
    print(helpText())
  } else {
    const [folder, ...more] = positionals
    if (more.length > 0) {
      throw new CreateError('usage', `Expected one folder, but got: ${positionals.join(', ')}.`)
    }
    await startProject(
      {flags: values, folder, init: values.init},
      {
        currentFolder: process.cwd(),
        machineZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
        questions: await openQuestions(),
        print,
      },
    )
  }
} catch (error) {
  const problem =
    argumentProblem(error) ?? (error instanceof CreateError ? error.message : undefined)
  if (problem === undefined) throw error
  process.stderr.write(`✗ ${problem}\n`)
  process.exitCode = 1
}
