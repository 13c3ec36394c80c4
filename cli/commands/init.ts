import {flags} from 'create-touchpoints/flags'

import {CliError} from '../CliError.ts'
import {defineCommand} from '../command.ts'
import {print} from '../shell.ts'

export const init = defineCommand({
  name: 'init',
  summary: 'add what a project of your own needs to this folder',
  operands: {usage: '[FOLDER]', max: 1},
  about: `Adds a Studio, content for your community and a site to the project in FOLDER, or in this folder.
Files that exist are not changed, except package.json, which gets missing scripts and packages. A site that exists
gets no second one. Asks for what the options leave open. Ctrl-C writes nothing.`,
  options: flags,
  run: async ({values, positionals: [folder]}, shell) => {
    const {CreateError, openQuestions, startProject} = await import('create-touchpoints')
    try {
      await startProject(
        {flags: values, folder, init: true},
        {
          currentFolder: shell.folder,
          machineZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
          questions: await openQuestions(),
          print: (line) => print(shell, line),
        },
      )
    } catch (error) {
      if (!(error instanceof CreateError)) throw error
      const code = error.code === 'usage' ? 'usage' : 'bad-input'
      throw new CliError(code, error.message, {cause: error})
    }
  },
})
