import {listedDay, listOrder} from '../whatsOn/momentText.ts'
import {todayIn} from './pageNow.ts'

/**
 * Orders the list of what is on by the days of a zone, and marks the first meeting of each day. Only whole days
 * and times without a zone ever change their place.
 */
export function orderMeetings(root: Document, zone: string): void {
  const today = todayIn(root, zone)
  for (const list of root.querySelectorAll<HTMLElement>('[data-meetings]')) {
    const rows = [...list.querySelectorAll<HTMLElement>(':scope > [data-start]')]
    const keyed = rows.map((row) => ({row, key: keyOf(row, zone, today)}))
    const ordered = keyed.toSorted((a, b) => (a.key < b.key ? -1 : Number(a.key > b.key)))
    if (ordered.some(({row}, index) => row !== rows[index])) {
      list.append(...ordered.map(({row}) => row))
    }
    let before = ''
    for (const {row} of ordered) {
      if (row.hidden) continue
      const day = listedDay({start: row.dataset['start'] ?? ''}, zone, today)
      row.classList.toggle('on-first', day !== before)
      before = day
    }
  }
}

function keyOf(row: HTMLElement, zone: string, today: string): string {
  const {start = '', end = '', live} = row.dataset
  return `${live === undefined ? 1 : 0} ${listOrder({start, end}, zone, today)}`
}
