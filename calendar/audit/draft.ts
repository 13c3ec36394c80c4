import type {Finding, FindingSource} from './finding.ts'

/** A finding for some dates. Drafts about one thing become one finding. */
export interface Draft extends Pick<Finding, 'code' | 'level' | 'sources' | 'dates'> {
  /** Distinguishes findings with the same code and sources, such as two meetings of one calendar. */
  about?: string
  /** Returns the message for a list of dates, such as "2026-12-01 and 2026-12-08". */
  message: (dates: string) => string
}

/** Joins drafts with one key, and sorts the findings: errors first, then by date. */
export function findingsOf(drafts: readonly Draft[]): Finding[] {
  const findings = [...Map.groupBy(drafts, keyOf)].flatMap(([key, same]): Finding[] => {
    const [first] = same
    if (!first) return []
    const dates = [...new Set(same.flatMap((draft) => draft.dates))].toSorted()
    const {code, level, sources} = first
    const named = sources.map((source) => ({...source, name: oneLine(source.name)}))
    const message = oneLine(first.message(listOf(dates)))
    return [{code, level, sources: uniqueSources(named), dates, message, key: oneLine(key)}]
  })
  return findings.toSorted(byUrgency)
}

function keyOf({code, sources, about}: Draft): string {
  const ids = [...new Set(sources.map(({id}) => id))].toSorted()
  return [code, ...ids, ...(about ? [about] : [])].join(' ')
}

const levels = ['error', 'warning', 'info'] as const

function byUrgency(a: Finding, b: Finding): number {
  return (
    levels.indexOf(a.level) - levels.indexOf(b.level) ||
    compare(a.dates[0] ?? '', b.dates[0] ?? '') ||
    compare(a.key, b.key)
  )
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** Lists dates for a sentence: up to five, then their number. */
function listOf(dates: readonly string[]): string {
  if (dates.length <= 1) return dates.join('')
  if (dates.length > 5) return `${dates.slice(0, 4).join(', ')} and ${dates.length - 4} more dates`
  return `${dates.slice(0, -1).join(', ')} and ${dates.at(-1)}`
}

export function nameOf({kind, name}: FindingSource): string {
  return `the ${kind} "${name}"`
}

/** A title of a feed can have line breaks. In a log, its second line could pass for a line of ours. */
function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim()
}

function uniqueSources(sources: readonly FindingSource[]): FindingSource[] {
  return [...new Map(sources.map((source) => [`${source.kind} ${source.id}`, source])).values()]
}
