import {todayIn} from './pageNow.ts'

/** Marks today in a calendar that was built earlier, and moves the days before it into the list of earlier ones. */
export function keepCalendar(root: Document): void {
  for (const calendar of root.querySelectorAll<HTMLElement>('[data-in-zone]')) {
    const today = todayIn(root, calendar.dataset['inZone'] ?? 'UTC')
    for (const cell of calendar.querySelectorAll<HTMLElement>('[data-date]')) {
      cell.classList.toggle('today', cell.dataset['date'] === today)
    }
    const days = [...calendar.querySelectorAll<HTMLElement>('[data-day]')]
    for (const day of days) {
      const isToday = day.dataset['day'] === today
      day.classList.toggle('day-today', isToday)
      const tag = day.querySelector<HTMLElement>('.day-name .tag')
      if (tag) tag.hidden = !isToday
    }
    const earlier = calendar.querySelector<HTMLElement>('.earlier')
    const list = earlier?.querySelector('ol')
    if (!earlier || !list) continue
    const passed = days.filter(({dataset}) => (dataset['day'] ?? '') < today)
    const misplaced = passed.filter((day) => day.parentElement !== list)
    if (misplaced.length > 0) list.append(...misplaced)
    // In another zone, the last of them can be today.
    const back = days.filter((day) => day.parentElement === list && !passed.includes(day))
    const current = calendar.querySelector('.agenda > ol')
    for (const day of back.toReversed()) current?.prepend(day)
    earlier.hidden = passed.every(({hidden}) => hidden)
  }
}
