import {readSchedule, scheduleOptions} from '../backup/readSchedule.ts'
import {defineCommand} from '../command.ts'

export const dev = defineCommand({
  name: 'dev',
  summary: 'run everything on this machine: Content Lake, Studio and site',
  about: `Runs what this folder has on this machine, until Ctrl-C: the Content Lake, the Studio of a
sanity.config.ts, and the site in site/ or in the folder itself. The site's framework is that of its
configuration file. Astro, Next, Nuxt, SvelteKit, Eleventy and Hugo are known. Any other site needs a script
"dev" in its package.json. It says what is not there, and how to get it.`,
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
    ...scheduleOptions,
  },
  notes: `Environment: TOUCHPOINTS_SITE_PORT, TOUCHPOINTS_STUDIO_PORT, TOUCHPOINTS_LAKE_PORT,
TOUCHPOINTS_CONTENT, TOUCHPOINTS_DATA, TOUCHPOINTS_HISTORY_DAYS, TOUCHPOINTS_CONFIRM_DATE,
TOUCHPOINTS_NOW.`,
  run: async ({values}, shell) => {
    const {build, content} = values
    const backups = readSchedule(values)
    await (await import('../dev.ts')).dev({build, content, backups}, shell)
  },
})
