import {defineCommand} from '../command.ts'

export const dev = defineCommand({
  name: 'dev',
  summary: 'run everything on this machine: Content Lake, Studio and site',
  about: 'Runs the Content Lake, the Studio and the site on this machine until Ctrl-C.',
  options: {
    content: {
      type: 'string',
      value: 'NAME',
      help: 'import content/NAME on the first start, into a data folder of its own; default: todo',
    },
    build: {
      type: 'boolean',
      default: false,
      help: 'build the Studio and the site, then serve the result, as in production: windows open faster, but source changes need a restart',
    },
  },
  notes: `Environment: TOUCHPOINTS_SITE_PORT, TOUCHPOINTS_STUDIO_PORT, TOUCHPOINTS_LAKE_PORT,
TOUCHPOINTS_CONTENT, TOUCHPOINTS_DATA, TOUCHPOINTS_HISTORY_DAYS, TOUCHPOINTS_CONFIRM_DATE,
TOUCHPOINTS_NOW.`,
  run: async ({values}, shell) => (await import('../dev.ts')).dev(values, shell),
})
