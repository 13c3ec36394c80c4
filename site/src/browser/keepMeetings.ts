import {rowCount} from '../whatsOn/chooseRows.ts'
import {isOver, utcOf} from '../whatsOn/isOver.ts'
import {readFilters} from '../whatsOn/readFilters.ts'
import {showChoices} from './showChoices.ts'

/**
 * Chooses the rows of the list of what is on from all that the page has: those that have not ended and match the
 * filters of the address. Marks what takes place now.
 *
 * @param now - UTC instant
 */
export function keepMeetings(root: Document, now: string, address: URL): void {
  const at = Date.parse(now)
  const filters = Object.entries(readFilters(address.searchParams))
  const known = new Set(
    [...root.querySelectorAll<HTMLSelectElement>('[data-filters] select')].flatMap((select) =>
      [...select.options].map(({value}) => `${select.name}:${value}`),
    ),
  )
  const requested = filters.map(([name, value]) => `${name}:${value}`)
  const active = requested.filter((token) => known.has(token))
  for (const list of root.querySelectorAll<HTMLElement>('[data-meetings]')) {
    const rows = [...list.querySelectorAll<HTMLElement>(':scope > [data-choices]')]
    const coming = rows
      .filter((row) => !isOver(momentOf(row), now))
      .filter(({dataset}) => matches(dataset['choices'] ?? '', active))
      .toSorted((a, b) => utcOf(momentOf(a).start) - utcOf(momentOf(b).start))
    const count = rowCount(
      coming.map((row) => momentOf(row).start),
      now,
    )
    const shown = new Set(coming.slice(0, count))
    const counted = new Set(coming)
    for (const row of rows) {
      if (row.hidden === shown.has(row)) row.hidden = !shown.has(row)
      row.toggleAttribute('data-counted', counted.has(row) && !row.matches('.on-off'))
      markLive(row, at)
    }
    const empty = root.querySelector<HTMLElement>('[data-empty]')
    if (empty) {
      empty.hidden = shown.size > 0
      const text = empty.dataset[active.length > 0 ? 'noMatch' : 'nothing'] ?? ''
      if (empty.textContent !== text) empty.textContent = text
    }
  }
  showChoices(root, address, {active, unknown: requested.filter((token) => !known.has(token))})
}

function markLive(row: HTMLElement, at: number): void {
  if (row.dataset['holds'] === undefined) return
  const {start, end} = momentOf(row)
  const isLive = Date.parse(start) <= at && at < Date.parse(end)
  row.toggleAttribute('data-live', isLive)
  row.classList.toggle('on-live', isLive)
  const join = row.querySelector<HTMLElement>('[data-join]')
  join?.classList.toggle('button-main', isLive)
  // Before it starts, a visitor signs up.
  if (join?.dataset['join'] === 'live') join.hidden = !isLive
}

function matches(choices: string, active: readonly string[]): boolean {
  const own = choices.split(' ')
  return active.every((token) => own.includes(token))
}

function momentOf({dataset}: HTMLElement): {start: string; end: string} {
  return {start: dataset['start'] ?? '', end: dataset['end'] ?? ''}
}
