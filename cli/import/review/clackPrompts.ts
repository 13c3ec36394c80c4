import {isCancel, multiselect, select} from '@clack/prompts'

import type {Prompts} from './prompts.ts'

/** Asks in the terminal. */
export const clackPrompts: Prompts = {
  select: async (message, options) => {
    const answer = await select<string>({message, options: options.map((each) => ({...each}))})
    return isCancel(answer) ? undefined : options.find(({value}) => value === answer)?.value
  },
  multiselect: async (message, options) => {
    const answer = await multiselect<string>({
      message,
      options: options.map((each) => ({...each})),
      required: false,
    })
    return isCancel(answer) ? undefined : answer
  },
}
