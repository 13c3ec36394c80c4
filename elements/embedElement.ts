import {mistakeIn} from './attributeRules.ts'
import {calendarAttributes, nextAttributes} from './attributeTypes.ts'
import {writeAttribute} from './dom.ts'

const elements = {calendar: calendarAttributes, next: nextAttributes} as const

/**
 * Inserts an element after the script that is running, with the attributes that the script has as `data-…`.
 * An attribute that is not valid is left out. The console says which, and why there is no element: an
 * exception would be an error of the other site.
 */
export function embedElement(script: HTMLOrSVGScriptElement | null): HTMLElement | undefined {
  if (!(script instanceof HTMLScriptElement)) {
    report('Remove type="module", because embed.js must be a classic script.')
    return undefined
  }
  if (script.closest('head')) {
    report('Move the script of embed.js into the body, to where the calendar should appear.')
    return undefined
  }
  const name = script.getAttribute('data-element') ?? 'calendar'
  const kind = name === 'calendar' || name === 'next' ? name : 'calendar'
  if (kind !== name) report(`data-element="${name}" is not valid. Use calendar or next.`)
  const element = document.createElement(`touchpoints-${kind}`)
  const known = new Set<string>([...Object.keys(elements[kind]), 'lang'])
  for (const {name: full, value} of script.attributes) {
    const attribute = full.replace(/^data-/, '')
    if (attribute === full || attribute === 'element') continue
    const mistake = known.has(attribute)
      ? mistakeIn(attribute === 'lang' ? 'locale' : attribute, value)
      : `${element.localName} has no attribute "${attribute}".`
    if (mistake === undefined) writeAttribute(element, attribute, value)
    else report(`${full}="${value}" is left out. ${mistake}`)
  }
  // Beside the script, and not beside the page, which is on another site.
  const source = element.getAttribute('src') ?? 'events.json'
  writeAttribute(element, 'src', new URL(source, script.src || document.baseURI).href)
  script.after(element)
  return element
}

function report(text: string): void {
  // oxlint-disable-next-line no-console -- The other site reads mistakes there.
  console.error(`touchpoints: ${text}`)
}
