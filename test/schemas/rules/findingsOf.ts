import {
  applyRules,
  datasetIndex,
  type Rule,
  type StoredDocument,
} from '../../../schemas/rules/index.ts'

interface Context {
  now?: string
  others?: readonly StoredDocument[]
}

/** Returns the findings of one rule in a document, as the Studio and the command line run it. */
export function findingsOf(rule: Rule, fields: Record<string, unknown>, context: Context = {}) {
  const document = {_id: 'it', _type: 'touchpoint', ...fields}
  const {now = '2025-03-01T00:00:00Z', others = []} = context
  return applyRules([rule], document, {now, find: datasetIndex([...others, document])})
}

/** Returns the schedule of a session. Defaults to one hour in London. */
export function at(start: string, timeZone = 'Europe/London', minutes = 60) {
  return {_type: 'schedule', start, timeZone, minutes}
}

export function refTo(id: string) {
  return {_type: 'reference', _ref: id}
}

/** Thursdays at noon in London. */
export const slot = {
  _key: 'a',
  frequency: 'weekly',
  interval: 1,
  weekdays: ['TH'],
  time: '12:00',
  timeZone: 'Europe/London',
  startDate: '2025-02-13',
  endDate: '2025-07-03',
}

export const thursdays: StoredDocument = {
  _id: 'thursdays',
  _type: 'series',
  title: 'Thursday touchpoints',
  regions: ['APAC', 'EMEA'],
  cadence: {slots: [slot]},
}

export const community: StoredDocument = {
  _id: 'community',
  _type: 'community',
  name: 'TODO Group',
  timeZone: 'Europe/Madrid',
  regions: [
    {_key: 'a', code: 'APAC', timeZone: 'Asia/Singapore'},
    {_key: 'e', code: 'EMEA', timeZone: 'Europe/Berlin'},
    {_key: 'm', code: 'AMER', timeZone: 'America/New_York', from: '08:00', to: '18:00'},
  ],
  languages: ['en', 'es', 'pt-BR'],
  workspaces: [{_key: 's', kind: 'slack', name: 'TODO'}],
}
