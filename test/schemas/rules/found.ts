import {
  applyRules,
  datasetIndex,
  type Rule,
  type StoredDocument,
} from '../../../schemas/rules/index.ts'

interface Given {
  now?: string
  others?: StoredDocument[]
}

/** What one rule finds in a document, asked the way the Studio and the command line ask it. */
export function found(rule: Rule, fields: Record<string, unknown>, given: Given = {}) {
  const document = {_id: 'it', _type: 'touchpoint', ...fields}
  const {now = '2025-03-01T00:00:00Z', others = []} = given
  return applyRules([rule], document, {now, answer: datasetIndex([...others, document])})
}

/** A session's schedule, an hour long in London unless said otherwise. */
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
