import {defineCommand} from '../command.ts'
import {extensionOption} from '../extension.ts'

export const save = defineCommand({
  name: 'save',
  summary: 'write published content to content/, for git',
  about: `Writes every published document to content/, one NDJSON file for each document type, sorted by id, and
the images and files that they use to content/images and content/files. Equal content gives equal files, so a
commit shows what changed. Drafts are not saved. All files are written, or none.

A line is removed when its document was deleted or unpublished. A line that was never imported stays.

Reads the lake of this folder, also while it is running. Reads the hosted service when SANITY_STUDIO_PROJECT_ID
is set and SANITY_API_HOST is not.`,
  options: {
    check: {
      type: 'boolean',
      default: false,
      help: 'write nothing, and exit with code 1 when a file is not up to date',
    },
    extension: extensionOption,
  },
  run: async ({values: {check, extension}}, shell) => {
    await (await import('../save.ts')).save({check, extension}, shell)
  },
})
