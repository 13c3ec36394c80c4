import {
  cadenceDates,
  type CadenceException,
  type Recurrence,
  wallClock,
} from '@touchpoints/calendar/time'

import {momentOf} from './eventMoment.ts'
import {itemsOf, type SourceNode, textOf} from './sourceNode.ts'

export interface ExceptionsReading {
  skipped: CadenceException[]
  /** Dates with an hour at which nothing starts. The day decides. */
  otherHours: {date: string; written: string}[]
  unused: {text: string; why: string}[]
}

/** Reads the dates that are off, in the zone of the slots. */
export function readExceptions(
  node: SourceNode | undefined,
  slots: readonly Recurrence[],
): ExceptionsReading {
  const reading: ExceptionsReading = {skipped: [], otherHours: [], unused: []}
  const [slot] = slots
  if (node === undefined || slot === undefined) return reading
  const dates = node.items.length > 0 ? node.items : itemsOf(node, 'dates')
  for (const each of dates) {
    const text = textOf(each) ?? ''
    const moment = momentOf(text, textOf(node.fields.get('timezone')) ?? slot.timeZone)
    if (moment === undefined) {
      reading.unused.push({text, why: 'This exception is not a date.'})
      continue
    }
    const {date} = moment
    if (!slots.some((own) => meets(own, date))) {
      reading.unused.push({text, why: 'Nothing meets on the day of this exception.'})
      continue
    }
    const time = moment.kind === 'day' ? undefined : moment.time
    const at = slots.find((own) => own.time === time)
    if (time !== undefined && !at) reading.otherHours.push({date, written: time})
    reading.skipped.push({
      kind: 'skipped',
      date,
      // The hour distinguishes two slots of one day.
      ...(at && slots.filter((own) => meets(own, date)).length > 1 && {time: at.time}),
    })
  }
  return reading
}

function meets(slot: Recurrence, date: string): boolean {
  const cadence = {slots: [slot], exceptions: [], breaks: []}
  const from = new Date(Date.parse(`${date}T00:00:00Z`) - 86_400_000).toISOString()
  return cadenceDates(cadence, {from, count: 3}).some(
    ({start}) => wallClock(start, slot.timeZone).date === date,
  )
}
