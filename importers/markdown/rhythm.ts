import {
  type CadenceReading,
  placeName,
  type Question,
  readCadence,
} from '@touchpoints/calendar/rhythm'
import {type Cadence, instantFromWallClock} from '@touchpoints/calendar/time'
import {line as lineFormat} from '@touchpoints/schemas/scalars'

import type {Choice, FindingCode} from '../plan/plan.ts'
import {clockTimes} from './clockTimes.ts'
import type {Context} from './readers/reader.ts'
import {shortZones} from './shortZones.ts'

/** A rhythm as fields of a series, and the findings about it. */
export interface Rhythm {
  fields: {cadence?: object; cadenceText?: string; minutes?: number}
  /** Adds the findings, once the id of the series is known. */
  report: (series: string) => void
}

const ordinal = '(?:1st|2nd|3rd|4th|5th|first|second|third|fourth|fifth|last)'
const dayName = String.raw`(?:mon|tue(?:s)?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:days?)?`
/** Words that begin a rhythm. */
const openings = [
  'every',
  'each',
  'weekly',
  'monthly',
  'quarterly',
  'annually',
  'yearly',
  'bi-?weekly',
  'bi-?monthly',
  'fortnightly',
  'alternat(?:e|ing)',
  '(?:once|twice) an?',
  '(?:two|three|four) times an?',
  `the ${ordinal}`,
  String.raw`${ordinal}(?:(?: and |[ ,]*[&/+,][ ]*(?:and )?)(?:the )?${ordinal})* ${dayName}`,
  'on (?:the|alternat)',
  String.raw`on ${dayName}s?\b`,
  String.raw`${dayName}s\b`,
  String.raw`(?:mon|tues|wednes|thurs|fri|satur|sun)day\b`,
]
const onDemand = ['on demand', 'when (?:needed|there)', 'as needed', 'ad[ -]hoc']
const opening = new RegExp(
  String.raw`\b(?:(?:occurs |meets |held )?(?:${openings.join('|')})|${onDemand.join('|')})`,
  'i',
)
/** "1st & 3rd" is "1st and 3rd". */
const joined = new RegExp(String.raw`\b(${ordinal})[ ,]*[&/+,] ?(?=${ordinal}\b)`, 'gi')
/** How to enter a room is no rhythm, and a passcode is not public. */
const access =
  /\s*[([][^()[\]]{0,80}\b(?:passcode|password|pass ?code|pwd|pin|meeting id)\b[^()[\]]{0,80}[)\]]|[,;]?\s*\b(?:passcode|password|meeting id)\b[: ]{0,3}\S{1,40}/gi
/** Longer texts are no rhythm. The limit keeps the time short. */
const maxLength = 600

/** Whether a text says how often something meets. */
export function hasRhythm(text: string): boolean {
  return text.length <= maxLength && opening.test(text)
}

/**
 * Returns the part of a text that is a rhythm, without the words around it.
 *
 * @example rhythmIn('We talk every Monday at 14:00 UTC via Zoom') // 'every Monday at 14:00 UTC'
 */
export function rhythmIn(text: string): string | undefined {
  if (text.length > maxLength) return undefined
  const plain = text.replaceAll(/\s+/g, ' ').replaceAll(/ ?@ ?/g, ' at ').trim()
  const start = opening.exec(plain)?.index
  if (start === undefined) return undefined
  const from = plain.slice(start)
  const end =
    /;|\.(?=\s|$)|:\s+(?=[[(]?(?:[Zz]oom|[Tt]eams|[Gg]oogle|[Jj]itsi|[Ww]ebex|[Jj]oin|[Ll]ink|[Rr]oom|https?)\b)|\s(?:\/ )?via\b|,? (?:see|here is|join|register)\b|\s--?\s|\s–\s(?=[A-Z])/.exec(
      from,
    )?.index
  return from
    .slice(0, end)
    .replaceAll(joined, '$1 and ')
    .replaceAll(access, '')
    .replaceAll(/\s*\b(?:over|on|in) (?:zoom|teams|google meet|jitsi|slack|discord)\b/gi, '')
    .replaceAll(
      /\b(mon|tues|wednes|thurs|fri|satur|sun)day (?:morning|afternoon|evening)s\b/gi,
      '$1days',
    )
    .replace(
      /^(?:on )?alternat(?:e|ing) ((?:mon|tues|wednes|thurs|fri|satur|sun)day)s?\b/i,
      'every other $1',
    )
    .replace(/^(every other \w+day) \(every (?:other|two) weeks?, (.*?)\)/i, '$1, $2,')
    .replaceAll(/\s+/g, ' ')
    .replace(/[,/\s]+$/, '')
    .trim()
}

/**
 * Reads the rhythm in a text. Words that leave a doubt stay as the cadence in words, and the doubt is a question:
 * each choice sets the cadence and removes the words. Returns undefined for a text without a rhythm.
 */
export function readRhythm(text: string, line: number, context: Context): Rhythm | undefined {
  const words = rhythmIn(text)
  if (words === undefined) return undefined
  const {out} = context
  // Only the rhythm itself: the words around it can be facts of their own.
  out.understood(words)
  const options = optionsOf(context)
  const reading = readCadence(shortZones(words), options)
  if (reading.kind === 'cadence') return settled(reading, words, line, context)
  const cadenceText = oneLine(words)
  const fields = cadenceText === undefined ? {} : {cadenceText}
  if (reading.kind === 'text') return {fields, report: () => undefined}
  const choices = cadenceChoices(words, context)
  const messages = reading.questions.map(({message}) => message)
  return {
    fields,
    report: (series) =>
      out.ask(line, {
        code: codeOf(reading.questions),
        message: `"${words}": ${messages.join(' ')} The words were kept as text.`,
        document: series,
        choices,
      }),
  }
}

function optionsOf({asOf, home}: Context) {
  return {today: asOf, ...(home !== undefined && {timeZone: home})}
}

/** Returns the answers to the questions that a rhythm leaves open: each sets a cadence and removes the words. */
export function cadenceChoices(words: string, context: Context): Choice[] {
  return answers(shortZones(words), optionsOf(context)).map(({label, cadence}) => ({
    label,
    set: {cadence: storedCadence(cadence), cadenceText: null},
  }))
}

function settled(
  {cadence, minutes, doubts}: Extract<CadenceReading, {kind: 'cadence'}>,
  words: string,
  line: number,
  {out, asOf}: Context,
): Rhythm {
  return {
    fields: {cadence: storedCadence(cadence), ...(minutes !== undefined && {minutes})},
    report: (series) => {
      const half = halfYear(words, cadence)
      if (half !== undefined) out.verify(line, {code: 'uncertain', document: series, ...half})
      for (const {message} of doubts)
        out.verify(line, {code: 'uncertain', message: `"${words}": ${message}`, document: series})
      const hasEnd = cadence.slots.some(
        ({endDate}) => endDate !== undefined && endDate !== null && endDate < asOf,
      )
      if (hasEnd) {
        const message = `"${words}" ended before ${asOf}. Check whether the series still meets.`
        out.verify(line, {code: 'uncertain', message, document: series})
      }
    },
  }
}

/** Returns the doubt of hours in two zones that are one instant in a half of the year only. */
function halfYear(
  words: string,
  cadence: Cadence,
): {message: string; choices: Choice[]} | undefined {
  const [slot, ...more] = cadence.slots
  const times = clockTimes(shortZones(words)).filter(({zone}) => zone?.candidates[0] !== undefined)
  const other = times.find(({time, zone}) => time !== slot?.time && zone !== undefined)
  const zone = other?.zone?.candidates[0]
  if (!slot || more.length > 0 || !other || zone === undefined) return undefined
  const hoursIn = (timeZone: string, time: string) =>
    ['01', '07'].map((month) => {
      const reading = instantFromWallClock(`2026-${month}-15`, time, timeZone)
      return reading.kind === 'instant' ? reading.instant.slice(11) : ''
    })
  const [own, second] = [hoursIn(slot.timeZone, slot.time), hoursIn(zone, other.time)]
  const agreeing = own.filter((hour, index) => hour === second[index]).length
  if (agreeing !== 1) return undefined
  const name = other.zone?.name ?? zone
  return {
    message: `"${words}": ${slot.time} in ${placeName(slot.timeZone)} is ${other.time} ${name} in a half of the year only. It was read as local time in ${placeName(slot.timeZone)}. Choose the clock that the meeting follows.`,
    choices: [
      {time: slot.time, timeZone: slot.timeZone},
      {time: other.time, timeZone: zone},
    ].map((each) => ({
      label: `${each.time} in ${placeName(each.timeZone)}`,
      set: {cadence: storedCadence({...cadence, slots: [{...slot, ...each}]})},
    })),
  }
}

interface Answer {
  label: string
  cadence: Cadence
}

/** More answers than these are no help in a list. */
const maxAnswers = 8

/** Follows the choices of each question until the dates are clear. */
function answers(
  words: string,
  options: Parameters<typeof readCadence>[1],
  labels: readonly string[] = [],
): Answer[] {
  const reading = readCadence(words, options)
  if (reading.kind === 'cadence') return [{label: labels.join(' · '), cadence: reading.cadence}]
  if (reading.kind === 'text' || labels.length > 3) return []
  const question = reading.questions.find(({choices}) => choices.length > 0)
  return (question?.choices ?? [])
    .flatMap((choice) => answers(choice.words, options, [...labels, choice.label]))
    .slice(0, maxAnswers)
}

const zoneQuestions: ReadonlySet<string> = new Set(['which-zone', 'no-zone', 'hours-disagree'])

function codeOf(questions: readonly Question[]): FindingCode {
  return questions.some(({code}) => zoneQuestions.has(code)) ? 'which-zone' : 'which-dates'
}

function oneLine(words: string): string | undefined {
  const parsed = lineFormat.safeParse(words)
  return parsed.success ? parsed.data : undefined
}

/** Returns a cadence as the Content Lake stores it. */
export function storedCadence({slots, exceptions, breaks}: Cadence): object {
  const items = (list: readonly object[] | undefined, type: string) =>
    (list ?? []).map((each, index) => ({_type: type, _key: `${type}-${index + 1}`, ...each}))
  const [skipped, pauses] = [items(exceptions, 'cadenceException'), items(breaks, 'cadenceBreak')]
  return {
    _type: 'cadence',
    slots: items(slots, 'recurrence'),
    ...(skipped.length > 0 && {exceptions: skipped}),
    ...(pauses.length > 0 && {breaks: pauses}),
  }
}
