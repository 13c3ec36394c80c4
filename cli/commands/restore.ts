import {CliError} from '../CliError.ts'
import {defineCommand} from '../command.ts'
import {readInstant} from '../readInstant.ts'

export const restore = defineCommand({
  name: 'restore',
  summary: 'restore a backup, or the state at a moment',
  operands: {usage: '[ARCHIVE]', max: 1},
  about: `With ARCHIVE, a file of \`touchpoints backup\` or \`sanity dataset export\`, restores its documents, drafts,
images, files, comments and tasks into an empty dataset. With --replace, the dataset is backed up to backups/ first, and then
has the documents of the archive and no others. An archive without comments leaves those of the dataset.

With --at, brings the dataset back to a moment of the history of its lake. Documents that were created later
are deleted, and the others get their state back, in one transaction. Another restore undoes it.`,
  options: {
    at: {
      type: 'string',
      value: 'INSTANT',
      help: 'bring the dataset back to this moment, such as 2026-11-20T10:00:00Z',
    },
    replace: {type: 'boolean', default: false, help: 'replace what the dataset has'},
    'dry-run': {type: 'boolean', default: false, help: 'list the changes and make none'},
  },
  notes: `Writes to the lake of this folder, also while it is running. Writes to the hosted service when
SANITY_STUDIO_PROJECT_ID is set and SANITY_API_HOST is not. This requires SANITY_API_WRITE_TOKEN.`,
  run: async ({values, positionals: [archive]}, shell) => {
    const {at, replace, 'dry-run': dryRun} = values
    if ((archive === undefined) === (at === undefined)) {
      throw new CliError('usage', 'Restore either an ARCHIVE or a moment with --at.')
    }
    const {restoreArchive, restoreMoment} = await import('../restore.ts')
    if (archive !== undefined) return restoreArchive({archive, replace, dryRun}, shell)
    const moment = readInstant('--at', at ?? '', 'usage')
    if (moment.getTime() > Date.now()) {
      const message = `--at is ${moment.toISOString()}, which is in the future: nothing is known of it. Use an earlier moment.`
      throw new CliError('usage', message)
    }
    return restoreMoment({at: moment, dryRun}, shell)
  },
})
