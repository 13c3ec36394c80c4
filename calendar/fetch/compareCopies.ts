import {unescapeText} from '../text/unescapeText.ts'
import type {FeedChange} from './feedRecord.ts'

const maxExamples = 20

/**
 * Returns which events differ between two copies of a feed, or undefined if none do.
 *
 * Events are matched by UID and RECURRENCE-ID. DTSTAMP is ignored, because Google sets it again at each
 * request.
 */
export function compareCopies(before: string, after: string, at: string): FeedChange | undefined {
  const old = eventsOf(before)
  const fresh = eventsOf(after)
  const change: FeedChange = {at, added: 0, removed: 0, changed: 0, examples: []}
  const count = (what: 'added' | 'removed' | 'changed', event: string) => {
    change[what]++
    if (change.examples.length < maxExamples) change.examples.push({what, title: titleOf(event)})
  }
  for (const [key, event] of fresh) {
    const known = old.get(key)
    if (known === undefined) count('added', event)
    else if (known !== event) count('changed', event)
  }
  for (const [key, event] of old) if (!fresh.has(key)) count('removed', event)
  return change.added + change.removed + change.changed > 0 ? change : undefined
}

function eventsOf(text: string): Map<string, string> {
  const events = new Map<string, string>()
  const unfolded = text.replace(/\r?\n[ \t]/g, '')
  for (let at = unfolded.indexOf(begin); at >= 0; at = unfolded.indexOf(begin, at)) {
    const end = unfolded.indexOf('END:VEVENT', at)
    if (end < 0) break
    const event = unfolded.slice(at, end).replace(/^DTSTAMP.*\r?\n/m, '')
    const key = `${lineOf(event, 'UID')}\n${lineOf(event, 'RECURRENCE-ID')}`
    events.set(events.has(key) ? `${key}\n${events.size}` : key, event)
    at = end
  }
  return events
}

const begin = 'BEGIN:VEVENT'

function lineOf(event: string, name: string): string {
  return new RegExp(`^${name}([;:].*)$`, 'm').exec(event)?.[1]?.trimEnd() ?? ''
}

function titleOf(event: string): string {
  // CLASS, RFC 5545 section 3.8.1.3. The title of such an event is not for everyone who sees its feed's state.
  if (/^CLASS(?![^:\n]*:[ \t]*PUBLIC[ \t]*\r?$)/im.test(event)) return '(private event)'
  const title = lineOf(event, 'SUMMARY').replace(/^[^:]*:/, '')
  return unescapeText(title).replaceAll('\n', ' ') || '(no title)'
}
