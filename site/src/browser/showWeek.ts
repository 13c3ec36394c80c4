import {isStatic} from '../output.ts'
import {readMoments} from '../whatsOn/momentList.ts'
import {listedDay, type Moment} from '../whatsOn/momentText.ts'
import {weekAhead} from '../whatsOn/weekAhead.ts'
import {pageDates} from './pageWords.ts'
import {todayIn} from './pageNow.ts'
import {setText} from './setText.ts'

/** Shows the week ahead in a zone: the days, and how many meetings each has. */
export function showWeek(root: Document, zone: string): void {
  const {dayPart, dayName, number} = pageDates()
  const today = todayIn(root, zone)
  const all = [...root.querySelectorAll<HTMLElement>('[data-meetings] > [data-start]')]
  const rows = all.filter(({hidden}) => !hidden)
  for (const week of root.querySelectorAll<HTMLElement>('[data-week]')) {
    // A static site counts its rows, because filters change in the browser.
    const moments = isStatic ? all.flatMap(countedMoment) : readMoments(week.dataset['week'] ?? '')
    const days = weekAhead(moments, zone, today)
    const cells = [...week.querySelectorAll<HTMLAnchorElement>('a')]
    for (const [index, {date, count}] of days.entries()) {
      const cell = cells[index]
      if (!cell) continue
      const at = `${date}T12:00:00Z`
      setText(cell.querySelector('.week-day'), dayPart(at, 'UTC', 'shortWeekday'))
      setText(cell.querySelector('.week-date'), dayPart(at, 'UTC', 'day'))
      setText(cell.querySelector('.week-count'), count > 0 ? number(count) : '')
      setText(cell.querySelector('.week-name'), dayName(date))
      cell.parentElement?.classList.toggle('week-none', count === 0)
      const first = rows.find(
        ({dataset}) => listedDay({start: dataset['start'] ?? ''}, zone, today) === date,
      )
      // A day without a meeting in the list leads to what follows the list.
      const hash = `#${encodeURIComponent(first?.id ?? 'on-more')}`
      if (cell.hash !== hash) cell.hash = hash
    }
  }
}

function countedMoment({dataset}: HTMLElement): Moment[] {
  const {start = '', end = '', counted} = dataset
  return counted === undefined ? [] : [{start, end}]
}
