import {announcedText, clockText} from '../whatsOn/momentText.ts'
import {pageDates, pageMessage} from './pageWords.ts'
import {todayIn} from './pageNow.ts'
import {setText} from './setText.ts'

/** Writes each time in a zone, and the time of its announcement after it if that differs. */
export function showTimes(root: Document, zone: string): void {
  const dates = pageDates()
  const today = todayIn(root, zone)
  for (const place of root.querySelectorAll<HTMLElement>('[data-when]')) {
    const {when, start, end, zone: announced} = place.dataset
    if (!start?.endsWith('Z') || !end) continue
    const options = {timeZone: zone, today, dates, until: pageMessage('until', '{time}')}
    const isRow = when === 'row'
    setText(
      place.querySelector('.when-clock'),
      isRow ? clockText({start, end}, options) : dates.clockRange(start, end, zone),
    )
    // A row has its day in the leaf beside it.
    if (!isRow) {
      const day = when === 'brief' ? dates.shortDay(start, zone) : dates.longDay(start, zone)
      const [before = '', after = ''] = pageMessage('dateTime', '|', day).split('|')
      setText(place.querySelector('.when-before'), before)
      setText(place.querySelector('.when-after'), after)
      setText(place.querySelector('.when-zone'), dates.zoneName(start, zone))
    }
    const there = place.querySelector<HTMLElement>('.when-there')
    if (!there || !announced) continue
    const dateTime = pageMessage('dateTime', '{time}', '{date}')
    const text = announcedText({start, end}, {announced, shown: zone, dates, dateTime})
    there.hidden = text === undefined
    setText(there, text ?? '')
  }
}
