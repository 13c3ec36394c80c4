import {withoutHostAccess, withoutMailAddresses} from '../links/index.ts'
import type {Occurrence} from '../types.ts'

/** What is published of a feed's events. An editor chooses it for each calendar. */
export interface PublicationPolicy {
  /**
   * What happens with an event that its organizer did not classify as public (CLASS, RFC 5545 section
   * 3.8.1.3): it is left out, shown as a busy time without anything else, or shown in full. Defaults to
   * `leave-out`.
   */
  nonPublicEvents?: 'leave-out' | 'busy' | 'show'
  /** Whether mail addresses in names and texts are removed. Defaults to `remove`. */
  mailAddresses?: 'remove' | 'show'
}

export const defaultPublication = {
  nonPublicEvents: 'leave-out',
  mailAddresses: 'remove',
} as const satisfies Required<PublicationPolicy>

/** What a busy event says. */
export const busyTitle = 'Busy'

/** An occurrence as it may be published. `hidden` ones are only known by their UID. */
export type Publishable =
  | {kind: 'shown'; occurrence: Occurrence}
  | {kind: 'busy'; occurrence: Occurrence}
  | {kind: 'hidden'}

/**
 * Returns what may be published of an occurrence.
 *
 * A link or a key for the host is never part of it, because it gives its reader control of the meeting. A
 * passcode of a public event stays: the feed is public and contains it, and a visitor who is let in by
 * phone or without the link needs it.
 *
 * @param seen - texts of the same feed that are already cleaned, because occurrences share them
 */
export function publishable(
  occurrence: Occurrence,
  policy: PublicationPolicy,
  seen: Map<string, string>,
): Publishable {
  const {nonPublicEvents, mailAddresses} = {...defaultPublication, ...policy}
  if (occurrence.classification !== undefined && nonPublicEvents !== 'show') {
    const isBusy = nonPublicEvents === 'busy' && occurrence.status !== 'cancelled'
    return isBusy ? {kind: 'busy', occurrence: busy(occurrence)} : {kind: 'hidden'}
  }
  const removesMail = mailAddresses !== 'show'
  const clean = (text: string): string => {
    if (!mayReveal.test(text)) return text
    const known = seen.get(text)
    if (known !== undefined) return known
    const hosted = withoutHostAccess(text)
    const cleaned = removesMail ? withoutMailAddresses(hosted) : hosted
    seen.set(text, cleaned)
    return cleaned
  }
  return {kind: 'shown', occurrence: cleaned(occurrence, clean, removesMail)}
}

/** Most texts have none of these, and reading them is cheaper than cleaning them. */
const mayReveal = /@|:\/\/|host/i

const optionalTexts = ['location', 'description'] as const

/** Returns a cleaned copy, or the occurrence itself. Most need no copy, which costs more than the search. */
function cleaned(
  occurrence: Occurrence,
  clean: (text: string) => string,
  removesMail: boolean,
): Occurrence {
  const {title, categories, organizer} = occurrence
  const changes: Partial<Occurrence> = {}
  const removed: (keyof Occurrence)[] = []
  const cleanTitle = clean(title)
  if (cleanTitle !== title) changes.title = cleanTitle
  for (const name of optionalTexts) {
    const text = occurrence[name]
    if (text === undefined) continue
    const rest = clean(text)
    if (rest === '') removed.push(name)
    else if (rest !== text) changes[name] = rest
  }
  for (const name of ['url', 'joinUrl'] as const) {
    const link = occurrence[name]
    if (link !== undefined && clean(link) !== link) removed.push(name)
  }
  const kept = categories.map(clean).filter((category) => category !== '')
  if (kept.join('\n') !== categories.join('\n')) changes.categories = kept
  const shown = organizer && cleanOrganizer(organizer, clean, removesMail)
  if (organizer && !shown) removed.push('organizer')
  else if (shown && shown !== organizer) changes.organizer = shown
  if (removed.length === 0 && Object.keys(changes).length === 0) return occurrence
  const copy = {...occurrence, ...changes}
  for (const name of removed) Reflect.deleteProperty(copy, name)
  return copy
}

function cleanOrganizer(
  organizer: NonNullable<Occurrence['organizer']>,
  clean: (text: string) => string,
  removesMail: boolean,
): Occurrence['organizer'] {
  const name = organizer.name === undefined ? '' : clean(organizer.name)
  const email = removesMail ? undefined : organizer.email
  if (name === organizer.name && email === organizer.email) return organizer
  if (name === '' && email === undefined) return undefined
  return {...(name !== '' && {name}), ...(email !== undefined && {email})}
}

/** Returns the time of an occurrence. Its UID may have a name in it, so the time identifies it too. */
function busy({start, end, allDay, floating, timeZone}: Occurrence): Occurrence {
  return {
    uid: `busy-${start}-${end}`,
    title: busyTitle,
    start,
    end,
    allDay,
    floating,
    ...(timeZone !== undefined && {timeZone}),
    status: 'confirmed',
    categories: [],
  }
}
