import type {Rule} from './finding.ts'
import {fieldsOf, textOf} from '../reading/stored.ts'
import {touchpointQuestion} from '../reading/touchpointQuestion.ts'

const patienceInDays = 30

/** A recording that is on its way arrives, or the page says that it does not. */
export const processingTooLongRule = {
  code: 'processing-too-long',
  asks: touchpointQuestion,
  check: ({availability, date}, {now, others: [touchpoint]}) => {
    const since = textOf(date) ?? textOf(fieldsOf(touchpoint?.['schedule'])['start'])
    if (availability !== 'processing' || since === undefined) return []
    const days = Math.floor((Date.parse(now) - Date.parse(since)) / 86_400_000)
    // Not a number when the date is malformed, which its own field reports.
    if (!(days > patienceInDays)) return []
    const message = `It has been processing for ${days} days: add where it is, or set it to “Not recorded” with the reason.`
    return [{level: 'warning', path: ['availability'], message}]
  },
} as const satisfies Rule
