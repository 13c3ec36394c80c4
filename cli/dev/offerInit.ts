import {CliError} from '../CliError.ts'
import type {Shell} from '../shell.ts'

/**
 * Offers to make a project in a folder that has nothing to start: a question on a terminal, otherwise an error.
 *
 * @throws CliError without a terminal, with the command that makes a project
 */
export async function offerInit(shell: Shell): Promise<void> {
  const where = `There is nothing to start in ${shell.folder}: no content/*.ndjson, no sanity.config.ts and no site.`
  // Imported here, because the list of commands imports the command that calls this.
  const {commands} = await import('../commands/index.ts')
  const init = commands.find(({name}) => name === 'init')
  if (!init || !shell.confirm) {
    const advice =
      'Run `npx touchpoints init` to make a project here, or change to the folder of your project.'
    throw new CliError('start-failed', `${where} ${advice}`)
  }
  if (await shell.confirm(`${where}\nMake a project here?`)) await init.run([], shell)
}
