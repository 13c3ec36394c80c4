import {dayText, momentText, placeName} from '@touchpoints/calendar/rhythm'
import {type Cadence, isCalendarDate, parseInstant, weekdayNames} from '@touchpoints/calendar/time'
import {cadenceOf, isFields, refOf, textOf} from '@touchpoints/schemas/reading'
import {type DocumentTypeName, isDocumentTypeName} from '@touchpoints/schemas/registry'
import type {SchemaTypeDefinition} from '@sanity/types'

/** Says types, fields and values in the words of the Studio. */
export interface ContentWords {
  /** @example typeTitle('touchpoint') // 'Session' */
  typeTitle: (type: string) => string
  /** @example fieldTitle('touchpoint', 'schedule') // 'Schedule' */
  fieldTitle: (type: string, field: string) => string
  /** Returns a value in words: dates in their zone, names of references, titles of choices. */
  valueText: (value: unknown, at?: {type: string; field: string}) => string
}

/** What a person calls one of them. The Studio's "Touchpoint" is a session in all other words. */
const typeTitles = {
  community: 'Community',
  touchpoint: 'Session',
  series: 'Series',
  guest: 'Person',
  organization: 'Organization',
  workingGroup: 'Working group',
  recording: 'Recording',
  calendar: 'Calendar',
  calendarDecision: 'Calendar decision',
  meetingsPage: 'Meetings page',
} satisfies Record<DocumentTypeName, string>

/**
 * @param types - the schema, with an extension of the project
 * @param nameOfId - the title or name of a document of the plan or the Content Lake
 */
export function createContentWords(
  types: readonly SchemaTypeDefinition[],
  nameOfId: (id: string) => string | undefined,
): ContentWords {
  const byName = new Map(types.map((type) => [type.name, type]))
  const fieldOf = (type: string, field: string) =>
    listIn(byName.get(type), 'fields').find((each) => Reflect.get(each, 'name') === field)
  const choicesOf = ({type, field}: {type: string; field: string}) => {
    const definition = fieldOf(type, field)
    const named = byName.get(String(Reflect.get(Object(definition), 'type')))
    return [...choicesIn(definition), ...choicesIn(named)]
  }

  function valueText(value: unknown, at?: {type: string; field: string}): string {
    if (value === undefined || value === null || value === '') return 'nothing'
    if (typeof value === 'boolean') return value ? 'yes' : 'no'
    if (typeof value === 'string') return scalarText(value, at)
    if (typeof value === 'number') return String(value)
    if (typeof value !== 'object') return 'nothing'
    if (Array.isArray(value)) {
      if (value.length === 0) return 'nothing'
      const isText = value.every((each: unknown) => Reflect.get(Object(each), '_type') === 'block')
      return value.map((each: unknown) => valueText(each, at)).join(isText ? ' ' : '; ')
    }
    return isFields(value) ? objectText(value) : 'nothing'
  }

  function scalarText(value: string, at: {type: string; field: string} | undefined): string {
    if (parseInstant(value) !== undefined) return momentText(value, 'UTC')
    if (isCalendarDate(value)) return dayText(value)
    const choice = at && choicesOf(at).find((each) => each.value === value)
    return choice?.title ?? value
  }

  function objectText(value: Readonly<Record<string, unknown>>): string {
    const id = refOf(value)
    if (id !== undefined) return nameOfId(id) ?? id
    const type = textOf(value['_type'])
    if (type === 'slug') return textOf(value['current']) ?? 'nothing'
    if (type === 'block') return spansText(value['children'])
    if (type === 'schedule') return scheduleText(value)
    const cadence = type === 'cadence' ? cadenceOf(value) : undefined
    if (cadence) return cadenceText(cadence)
    const parts = Object.entries(value).flatMap(([field, each]) =>
      field.startsWith('_') || each === undefined || each === null
        ? []
        : [valueText(each, {type: type ?? '', field})],
    )
    return parts.join(', ') || 'nothing'
  }

  return {
    typeTitle: (type) =>
      isDocumentTypeName(type) ? typeTitles[type] : (titleIn(byName.get(type)) ?? type),
    fieldTitle: (type, field) => titleIn(fieldOf(type, field)) ?? sentenceCase(field),
    valueText,
  }
}

function scheduleText(schedule: Readonly<Record<string, unknown>>): string {
  const [start, timeZone] = [textOf(schedule['start']), textOf(schedule['timeZone'])]
  if (start === undefined) return 'no date'
  const {minutes} = schedule
  const length = typeof minutes === 'number' ? `, ${minutes} minutes` : ''
  return `${momentText(start, timeZone ?? 'UTC')}${length}`
}

function cadenceText({slots, exceptions}: Cadence): string {
  const words = slots.map((slot) => {
    const unit = {weekly: 'week', monthly: 'month'}[slot.frequency]
    const every = slot.interval === 1 ? `every ${unit}` : `every ${slot.interval} ${unit}s`
    const days = slot.weekdays.map((day) => weekdayNames[day]).join(' and ')
    const weeks = slot.ordinals && slot.ordinals.length > 0 ? ordinalText(slot.ordinals) : ''
    const on = days === '' ? '' : ` on ${weeks}${days}`
    const until = typeof slot.endDate !== 'string' ? '' : `, until ${dayText(slot.endDate)}`
    const from = `, from ${dayText(slot.startDate)}`
    return `${every}${on}, ${slot.time} in ${placeName(slot.timeZone)}${from}${until}`
  })
  const others = exceptions.length
  const more =
    others === 0 ? '' : ` (${others === 1 ? '1 other date' : `${others} dates are different`})`
  return `${words.join('; ')}${more}`
}

function ordinalText(ordinals: readonly number[]): string {
  const names = ordinals.map(
    (each) => ['', 'first', 'second', 'third', 'fourth', 'fifth'][each] ?? 'last',
  )
  return `the ${names.join(' and ')} `
}

function spansText(children: unknown): string {
  const spans: unknown[] = Array.isArray(children) ? children : []
  return spans.map((span) => textOf(Reflect.get(Object(span), 'text')) ?? '').join('')
}

function choicesIn(definition: unknown): {value: string; title: string}[] {
  const list: unknown = Reflect.get(Object(Reflect.get(Object(definition), 'options')), 'list')
  const choices: unknown[] = Array.isArray(list) ? list : []
  return choices.flatMap((each) => {
    const value: unknown = Reflect.get(Object(each), 'value')
    const title: unknown = Reflect.get(Object(each), 'title')
    return typeof value === 'string' && typeof title === 'string' ? [{value, title}] : []
  })
}

function listIn(definition: unknown, name: string): object[] {
  const list: unknown = Reflect.get(Object(definition), name)
  const items: unknown[] = Array.isArray(list) ? list : []
  return items.filter((each) => typeof each === 'object' && each !== null)
}

function titleIn(definition: unknown): string | undefined {
  const title: unknown = Reflect.get(Object(definition), 'title')
  return typeof title === 'string' && title !== '' ? title : undefined
}

function sentenceCase(field: string): string {
  const words = field.replaceAll(/([a-z])([A-Z])/g, '$1 $2').toLowerCase()
  return words.charAt(0).toUpperCase() + words.slice(1)
}
