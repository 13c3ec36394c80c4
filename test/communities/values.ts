import {withoutTracking} from '../../schemas/rules/links/withoutTracking.ts'

export function reference(id: string) {
  return {_type: 'reference', _ref: id}
}

/** Returns the part of an address or an id for a name. */
export function slugOf(name: string): string {
  const slug = name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
  return slug.slice(0, 96).replace(/-$/, '')
}

/** Cuts a text to one line of the format. */
export function lineOf(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim().slice(0, 200).trim()
}

/** Returns a link as we store it, without what identifies who shared it, or undefined if it is none. */
export function httpsLink(link: string | null | undefined): string | undefined {
  const https = link && withoutTracking(link.replace(/^http:/i, 'https:')).link
  return https && URL.canParse(https) && https.startsWith('https://') ? https : undefined
}

/** Adds the type and a key that is stable as long as the order is. */
export function keyed<Item extends object>(type: string, items: readonly Item[]) {
  return items.map((item, index) => ({_type: type, _key: `${type}-${index + 1}`, ...item}))
}

/** Returns the first or the last day of a month, and a date as it is. */
export function dayOf(text: string | null | undefined, which: 'first' | 'last') {
  if (!text) return undefined
  if (/^\d{4}-\d\d-\d\d$/.test(text)) return text
  const [year = 0, month = 0] = text.split('-').map(Number)
  const day = which === 'first' ? 1 : new Date(Date.UTC(year, month, 0)).getUTCDate()
  return `${text}-${String(day).padStart(2, '0')}`
}
