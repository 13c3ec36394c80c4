import {parseArgs} from 'node:util'
import {expect, test} from 'vitest'

import {argumentProblem} from '../../create/argumentProblem.ts'

const options = {name: {type: 'string'}, yes: {type: 'boolean'}} as const

test.each([
  [['--foo'], 'Unknown option --foo. Add --help to list the options.'],
  [['-x'], 'Unknown option -x. Add --help to list the options.'],
  [['--name'], "Option '--name <value>' argument missing."],
  [['--yes=3'], "Option '--yes' does not take an argument."],
  [['--name', '--yes'], "Option '--name' argument is ambiguous."],
])('%o is refused in one sentence, without the advice of Node', (args, message) => {
  let error: unknown
  try {
    parseArgs({args, options, allowPositionals: true})
  } catch (thrown) {
    error = thrown
  }
  expect(argumentProblem(error)).toBe(message)
})

test('an error of something else is not one of arguments', () => {
  expect(argumentProblem(new Error('no space left'))).toBe(undefined)
})
