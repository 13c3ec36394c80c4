import {defineCommand} from '../command.ts'
import {extensionOption} from '../extension.ts'

export const doctor = defineCommand({
  name: 'doctor',
  summary: 'diagnose setup problems',
  about: `Diagnoses setup problems. Checks Node and its time zones, the configuration, the Content Lake and its
token, the origins that may query it, the calendars' feeds, how other programs read the community's own, and
the clock.`,
  options: {
    links: {
      type: 'boolean',
      default: false,
      help: 'request every link of every document too, one after the other on each host',
    },
    'allow-host': {
      type: 'string',
      multiple: true,
      value: 'HOST',
      help: 'request links of this host despite its private address, such as wiki.internal',
    },
    extension: extensionOption,
    'skip-second-reading': {
      type: 'boolean',
      default: false,
      help: 'do not compare how node-ical reads the community’s own calendars, which takes a second for each',
    },
    json: {type: 'boolean', default: false, help: 'print findings as JSON'},
  },
  notes: 'Exits with code 1 if a check fails.',
  run: async ({values}, shell) => {
    const {
      links,
      json,
      extension,
      'allow-host': allowHosts = [],
      'skip-second-reading': skips,
    } = values
    const {doctor: run} = await import('../doctor.ts')
    await run({links, json, extension, allowHosts, secondReading: !skips}, shell)
  },
})
