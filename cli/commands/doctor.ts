import {defineCommand} from '../command.ts'

export const doctor = defineCommand({
  name: 'doctor',
  summary: 'diagnose setup problems',
  about: `Diagnoses setup problems: this machine's Node and time zones, configuration, the Content Lake and
its tokens, the origins that may read it, the calendars' feeds, the clock.`,
  options: {
    links: {
      type: 'boolean',
      default: false,
      help: 'request every link of every document, too: once each, one after the other on each host',
    },
    'allow-host': {
      type: 'string',
      multiple: true,
      value: 'HOST',
      help: 'request links of this host although its address is private, such as wiki.internal',
    },
    json: {type: 'boolean', default: false, help: 'print findings as JSON'},
  },
  notes: 'Fails (exit code 1) when something is broken.',
  run: async ({values: {links, json, 'allow-host': allowHosts = []}}, shell) =>
    (await import('../doctor.ts')).doctor({links, json, allowHosts}, shell),
})
