import {firstDay, listedDay} from '../whatsOn/momentText.ts'
import {pageDates} from './pageWords.ts'
import {todayIn} from './pageNow.ts'
import {setText} from './setText.ts'

const noon = 'T12:00:00Z'

/** Writes the date on each leaf in a zone. The leaf and the text next to it never show different days. */
export function showLeaves(root: Document, zone: string): void {
  const {dayPart, dayName} = pageDates()
  const today = todayIn(root, zone)
  for (const leaf of root.querySelectorAll<HTMLElement>('[data-leaf]')) {
    const {start, leaf: kind} = leaf.dataset
    if (!start) continue
    const day = kind === 'row' ? listedDay({start}, zone, today) : firstDay({start}, zone)
    const at = `${day}${noon}`
    for (const part of leaf.querySelectorAll<HTMLElement>('[data-part]')) {
      const {part: name} = part.dataset
      if (name === 'weekday' || name === 'shortWeekday' || name === 'day' || name === 'month')
        setText(part, dayPart(at, 'UTC', name))
      if (name === 'year') setText(part, dayPart(at, 'UTC', 'year'))
      if (name === 'dayName') setText(part, dayName(day))
    }
    leaf.classList.toggle('leaf-today', day === today)
  }
}
