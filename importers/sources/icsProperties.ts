/**
 * The properties of an event as they are written, with their escapes. The reader of the calendar decodes them,
 * and returns nothing for an event without a valid date.
 */
export interface EventProperties {
  /** 1-based line of its BEGIN. */
  line: number
  title: string | undefined
  /** Zone of the start as it is written, such as "IST". */
  zone: string | undefined
  hasEnd: boolean
  status: string | undefined
  location: string | undefined
  description: string | undefined
  url: string | undefined
  categories: readonly string[]
  /** Name of the organizer, without the mail address. */
  organizer: string | undefined
  hasOrganizer: boolean
  attendees: number
}

interface Property {
  name: string
  /** Everything between the name and the value. */
  parameters: string
  value: string
}

/**
 * Reads the first VEVENT of each UID. Changed occurrences of a repeating event, which follow it, are left out.
 */
export function eventProperties(text: string): ReadonlyMap<string, EventProperties> {
  const found = new Map<string, EventProperties>()
  let open: {line: number; properties: Property[]} | undefined
  /** Depth of parts inside of the event, such as alarms, which have descriptions of their own. */
  let inside = 0
  for (const {line, content} of unfolded(text)) {
    const property = propertyOf(content)
    if (!property) continue
    const {name, value} = property
    const isEvent = /^vevent$/i.test(value.trim())
    if (name === 'BEGIN' && isEvent) {
      open = {line, properties: []}
      inside = 0
    } else if (name === 'BEGIN') inside += 1
    else if (name === 'END' && isEvent && open) {
      const uid = open.properties.find((each) => each.name === 'UID')?.value.trim()
      const isChange = open.properties.some((each) => each.name === 'RECURRENCE-ID')
      if (uid !== undefined && !isChange && !found.has(uid)) {
        found.set(uid, readProperties(open.line, open.properties))
      }
      open = undefined
    } else if (name === 'END') inside = Math.max(0, inside - 1)
    else if (inside === 0) open?.properties.push(property)
  }
  return found
}

function readProperties(line: number, properties: readonly Property[]): EventProperties {
  const all = (name: string) => properties.filter((each) => each.name === name)
  const textOf = (name: string) => {
    const text = (all(name)[0]?.value ?? '').trim()
    return text === '' ? undefined : text
  }
  const [organizer] = all('ORGANIZER')
  const [start] = all('DTSTART')
  return {
    line,
    title: textOf('SUMMARY'),
    zone: start && parameterOf(start, 'TZID'),
    hasEnd: all('DTEND').length + all('DURATION').length > 0,
    status: textOf('STATUS')?.toLowerCase(),
    location: textOf('LOCATION'),
    description: textOf('DESCRIPTION'),
    url: textOf('URL'),
    categories: all('CATEGORIES').map(({value}) => value.trim()),
    organizer: organizer && parameterOf(organizer, 'CN'),
    hasOrganizer: organizer !== undefined,
    attendees: all('ATTENDEE').length,
  }
}

function* unfolded(text: string): Generator<{line: number; content: string}> {
  const lines = text.split(/\r\n|\n|\r/)
  let line = 1
  let parts: string[] = []
  for (const [index, each] of lines.entries()) {
    if (/^[ \t]/.test(each) && parts.length > 0) parts.push(each.slice(1))
    else {
      if (parts.length > 0) yield {line, content: parts.join('')}
      line = index + 1
      parts = [each]
    }
  }
  yield {line, content: parts.join('')}
}

/** The value starts after the first colon that is not quoted. */
function propertyOf(content: string): Property | undefined {
  const [, name, parameters = '', value = ''] =
    /^([\w-]+)((?:;[\w-]+=(?:"[^"]*"|[^",;:]*)(?:,(?:"[^"]*"|[^",;:]*))*)*):(.*)$/s.exec(content) ??
    []
  return name === undefined ? undefined : {name: name.toUpperCase(), parameters, value}
}

function parameterOf({parameters}: Property, name: string): string | undefined {
  const [, quoted, plain] =
    new RegExp(`;${name}=(?:"([^"]*)"|([^;:,]*))`, 'i').exec(parameters) ?? []
  const value = (quoted ?? plain)?.trim()
  return value === '' ? undefined : value
}
