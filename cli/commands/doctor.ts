import {defineCommand} from '../command.ts'
import {extensionOption} from '../extension.ts'

export const doctor = defineCommand({
  name: 'doctor',
  summary: 'diagnose setup problems',
  about: `Diagnoses setup problems. Checks Node and its time zones, the configuration, the Content Lake and its
token, the origins that may query it, the calendars' feeds and the clock.`,
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
    json: {type: 'boolean', default: false, help: 'print findings as JSON'},
  },
  notes: 'Exits with code 1 if a check fails.',
  run: async ({values: {links, json, extension, 'allow-host': allowHosts = []}}, shell) =>
    (await import('../doctor.ts')).doctor({links, json, extension, allowHosts}, shell),
})
