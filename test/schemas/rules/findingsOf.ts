import {
  applyRules,
  datasetIndex,
  type Rule,
  type StoredDocument,
} from '../../../schemas/rules/index.ts'

interface Context {
  now?: string
  others?: StoredDocument[]
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

export const thursdays: StoredDocument = {
  _id: 'thursdays',
  _type: 'series',
  title: 'Thursday touchpoints',
  regions: ['APAC', 'EMEA'],
  cadence: {
    frequency: 'weekly',
    interval: 1,
    weekdays: ['TH'],
    time: '12:00',
    timeZone: 'Europe/London',
    startDate: '2025-02-13',
    endDate: '2025-07-03',
  },
}
