import {readKeep} from '../backup/readSchedule.ts'
import {defineCommand} from '../command.ts'

export const backup = defineCommand({
  name: 'backup',
  summary: 'write a verified archive of everything',
  operands: {usage: '[FOLDER]', max: 1},
  about: `Writes an archive of all documents, drafts, images, files, comments and tasks to FOLDER, which
defaults to backups/. The file is named by the dataset and the instant. The archive is restored into memory
and compared with the Content Lake. If it is not complete, it is removed.

Reads the lake of this folder, also while it is running. Reads the hosted service when SANITY_STUDIO_PROJECT_ID
is set and SANITY_API_HOST is not.`,
  options: {
    keep: {
      type: 'string',
      value: 'NUMBER',
      help: 'remove older backups of this dataset, after the new one was verified. Keeps all by default',
    },
  },
  notes: `Exits with code 1 when there is no complete backup. To back up while the lake runs:
touchpoints dev --backup backups --every 24h`,
  run: async ({values, positionals: [folder]}, shell) => {
    const keep = values.keep === undefined ? undefined : readKeep(values.keep)
    await (await import('../backup.ts')).backup({folder, keep}, shell)
  },
})
