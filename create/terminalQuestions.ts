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
        // As a default, and not as a value in the field: typing replaces it.
        defaultValue: initial ?? '',
        placeholder: initial || (placeholder === undefined ? '' : `such as ${placeholder}`),
        validate: (value) => {
          const reading = read(value || (initial ?? ''))
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
