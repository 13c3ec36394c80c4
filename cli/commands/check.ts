import {defineCommand} from '../command.ts'
import {extensionOption} from '../extension.ts'
import {readNow} from '../readArguments.ts'

export const check = defineCommand({
  name: 'check',
  summary: 'validate every document',
  operands: {usage: '[FILE or FOLDER …]'},
  about: `Validates every document: the format of each field, and every rule. Without a file it reads the
Content Lake on this machine. It reads the hosted service when SANITY_STUDIO_PROJECT_ID is set and
SANITY_API_HOST is not.`,
  options: {
    drafts: {
      type: 'boolean',
      default: false,
      help: 'read drafts instead of their published documents (hosted: requires SANITY_API_READ_TOKEN)',
    },
    json: {type: 'boolean', default: false, help: 'print findings as JSON'},
    strict: {type: 'boolean', default: false, help: 'fail on warnings too'},
    extension: extensionOption,
    now: {
      type: 'string',
      value: 'INSTANT',
      help: 'check as of another time, such as 2024-03-20T00:00:00Z',
    },
  },
  notes: 'Exits with code 1 if there is an error.',
  run: async ({values, positionals}, shell) => {
    const now = readNow(values.now)
    const {check: run} = await import('../check.ts')
    const {extension} = values
    await run({...values, extension, paths: positionals, now}, shell)
  },
})
