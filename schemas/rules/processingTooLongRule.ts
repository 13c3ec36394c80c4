import type {Rule} from './finding.ts'
import {fieldsOf, textOf} from '../reading/stored.ts'
import {touchpointQuery} from '../reading/touchpointQuery.ts'

const maxDays = 30

/** Reports a recording that has been processing for more than 30 days. */
export const processingTooLongRule = {
  code: 'processing-too-long',
  query: touchpointQuery,
  check: ({availability, date}, {now, others: [touchpoint]}) => {
    const since = textOf(date) ?? textOf(fieldsOf(touchpoint?.['schedule'])['start'])
    if (availability !== 'processing' || since === undefined) return []
    const days = Math.floor((Date.parse(now) - Date.parse(since)) / 86_400_000)
    // NaN if the date is malformed, which the field's own validation reports.
    if (!(days > maxDays)) return []
    const message = `The recording has been processing for ${days} days. Fill in “Source”, or set “Availability” to “Not recorded” and enter the reason.`
    return [{level: 'warning', path: ['availability'], message}]
  },
} as const satisfies Rule
