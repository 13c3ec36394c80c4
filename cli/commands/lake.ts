import {readSchedule, scheduleOptions} from '../backup/readSchedule.ts'
import {defineCommand} from '../command.ts'

export const lake = defineCommand({
  name: 'lake',
  summary: 'run only a Content Lake',
  about: `Runs a Content Lake on this machine until Ctrl-C, without Studio and site. Works in any folder, with any
Sanity project. On the first start it imports content/*.ndjson, if there is any.`,
  options: {
    port: {type: 'string', value: 'PORT', help: 'port of the lake. Defaults to 3900'},
    data: {type: 'string', value: 'FOLDER', help: 'data folder. Defaults to .touchpoints'},
    memory: {type: 'boolean', default: false, help: 'store nothing on disk'},
    content: {
      type: 'string',
      value: 'NAME',
      help: 'import content/NAME on the first start, into a data folder of its own',
    },
    ...scheduleOptions,
  },
  notes: `Environment: TOUCHPOINTS_LAKE_PORT, TOUCHPOINTS_LAKE_HOST, TOUCHPOINTS_LAKE_ORIGIN, TOUCHPOINTS_CONTENT,
TOUCHPOINTS_DATA, TOUCHPOINTS_HISTORY_DAYS, TOUCHPOINTS_CONFIRM_DATE, SANITY_STUDIO_PROJECT_ID,
SANITY_STUDIO_DATASET.`,
  run: async ({values}, shell) => {
    const {port, data, memory, content} = values
    const backups = readSchedule(values)
    await (await import('../lake.ts')).lake({port, data, memory, content, backups}, shell)
  },
})
