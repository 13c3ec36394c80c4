import {weekdays} from '../time/recurrence.ts'
import {weekdayNames} from '../time/weekdayNames.ts'
import {editWords, type Question} from './question.ts'
import type {SlotPlan} from './slotPlan.ts'

/** "Sundays at midnight" is when Sunday begins, or when it ends. Each day has one, so "daily" is clear. */
export function askMidnight(plans: readonly SlotPlan[], words: string): Question[] {
  return plans.flatMap(({time, day, draft}, slot) => {
    if (!time?.isMidnight || day.weekdays.length === weekdays.length) return []
    const [only] = day.weekdays
    const next = only && weekdays[(weekdays.indexOf(only) + 1) % weekdays.length]
    const isWeekly = day.weekdays.length === 1 && day.ordinals.length === 0 && draft.plural
    const clock = {start: time.start, end: textEnd(words, time.start), text: '00:00'}
    const choices = [{label: '00:00, as the day begins', words: editWords(words, [clock])}]
    if (isWeekly && next) {
      const name = `${weekdayNames[next]}s`
      const later = {start: day.start, end: day.end, text: name}
      choices.push({label: `00:00 on ${name}`, words: editWords(words, [later, clock])})
    }
    const message = 'Is midnight when the day begins, or when it ends? Write 00:00 and the day.'
    return [{code: 'two-readings', slot, field: 'time', message, choices}]
  })
}

/** The time ends where its zone ends, and the word "midnight" before that. */
function textEnd(words: string, start: number): number {
  return words.toLowerCase().indexOf('midnight', start) + 'midnight'.length
}
