import {defineCommand} from '../command.ts'
import {readNow} from '../readArguments.ts'

export const check = defineCommand({
  name: 'check',
  summary: 'validate every document',
  operands: {usage: '[FILE or FOLDER …]'},
  about: `Validates every document: the format of each field, and every rule. Without a file it reads the
Content Lake: the one on this machine, or the hosted one when SANITY_STUDIO_PROJECT_ID is set and
SANITY_API_HOST is not.`,
  options: {
    drafts: {
      type: 'boolean',
      default: false,
      help: 'read drafts in place of their published documents (needs SANITY_API_READ_TOKEN when hosted)',
    },
    json: {type: 'boolean', default: false, help: 'print findings as JSON'},
    strict: {type: 'boolean', default: false, help: 'fail on warnings, too'},
    now: {
      type: 'string',
      value: 'INSTANT',
      help: 'measure "past" and "still processing" from another moment, such as 2024-03-20T00:00:00Z',
    },
  },
  notes: 'Fails (exit code 1) when there is an error.',
  run: async ({values, positionals}, shell) => {
    const now = readNow(values.now)
    const {check: run} = await import('../check.ts')
    await run({...values, paths: positionals, now}, shell)
  },
})
