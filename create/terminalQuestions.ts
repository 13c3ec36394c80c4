import {intro, select, text} from '@clack/prompts'

import {CreateError} from './CreateError.ts'
import type {Questions} from './questions.ts'

/** Asks in the terminal. */
export const terminalQuestions: Questions = {
  start: (title) => intro(title),
  text: async ({message, initial, placeholder, read}) =>
    required(
      await text({
        message,
        ...(initial !== undefined && {initialValue: initial}),
        ...(placeholder !== undefined && {placeholder}),
        validate: (value) => {
          const reading = read(value ?? '')
          return 'problem' in reading ? reading.problem : undefined
        },
      }),
    ),
  choose: async ({message, initial, options}) =>
    required(await select({message, initialValue: initial, options: [...options]})),
}

function required(answer: string | symbol): string {
  if (typeof answer === 'symbol') throw new CreateError('stopped', 'Stopped. Nothing was written.')
  return answer
}
