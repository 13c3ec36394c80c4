import {calendarAttributes, nextAttributes, views} from './attributeTypes.ts'
import {writeAttribute} from './dom.ts'
import {isZone} from './zones.ts'

const elements = {calendar: calendarAttributes, next: nextAttributes} as const

/** Attributes with a limited set of values. */
const checks: Readonly<Record<string, (value: string) => boolean>> = {
  view: (value) => views.some((view) => view === value),
  days: (value) => /^[1-9]\d{0,3}$/.test(value),
  'time-zone': isZone,
}

/**
 * Inserts an element after the script that is running, with the attributes that the script has as `data-…`.
 * An attribute that is not valid is left out and reported in the console.
 *
 * @throws Error if there is no place for the element
 */
export function embedElement(script: HTMLOrSVGScriptElement | null): HTMLElement {
  if (!(script instanceof HTMLScriptElement)) {
    throw new Error('embed.js must be a classic script. Remove type="module".')
  }
  if (script.closest('head')) {
    throw new Error(
      'Move the script of embed.js into the body, to where the calendar should appear.',
    )
  }
  const name = script.getAttribute('data-element') ?? 'calendar'
  const kind = name === 'calendar' || name === 'next' ? name : 'calendar'
  if (kind !== name) reportError(new Error(`data-element is "${name}". Use "calendar" or "next".`))
  const element = document.createElement(`touchpoints-${kind}`)
  const known = new Set<string>([...Object.keys(elements[kind]), 'lang'])
  for (const {name: full, value} of script.attributes) {
    const attribute = full.replace(/^data-/, '')
    if (attribute === full || attribute === 'element') continue
    const check = checks[attribute] ?? (() => true)
    if (known.has(attribute) && check(value)) writeAttribute(element, attribute, value)
    else reportError(new Error(`${full}="${value}" is not valid for ${element.localName}.`))
  }
  // Beside the script, and not beside the page, which is on another site.
  const source = script.getAttribute('data-src') ?? 'events.json'
  writeAttribute(element, 'src', new URL(source, script.src || document.baseURI).href)
  script.after(element)
  return element
}
