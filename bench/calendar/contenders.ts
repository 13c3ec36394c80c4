import ICAL from 'ical.js'
import nodeIcal from 'node-ical'
import {parseCalendar} from '../../loaders/calendar/parseCalendar.ts'

/** A calendar that was read from text, and can be asked how many occurrences a window has. */
export type Asked = (from: string, to: string) => number

/** What is compared: each reads the text, then answers for windows, as its documentation says. */
export const contenders: Readonly<Record<string, (text: string) => Asked>> = {
  touchpoints: (text) => {
    const calendar = parseCalendar(text)
    return (from, to) => calendar.between(from, to).occurrences.length
  },

  'touchpoints, all decoded': (text) => {
    const calendar = parseCalendar(text, {lazy: false})
    return (from, to) => calendar.between(from, to).occurrences.length
  },

  'node-ical': (text) => {
    const components = Object.values(nodeIcal.sync.parseICS(text))
    return (from, to) => {
      const window = {from: new Date(from), to: new Date(to), expandOngoing: true}
      let count = 0
      for (const component of components) {
        if (component?.type !== 'VEVENT') continue
        count += nodeIcal.expandRecurringEvent(component, window).length
      }
      return count
    }
  },

  'ical.js': (text) => {
    const root = new ICAL.Component(ICAL.parse(text))
    const events = root.getAllSubcomponents('vevent').map((component) => new ICAL.Event(component))
    const masters = events.filter((event) => !event.isRecurrenceException())
    return (from, to) => {
      const begin = Date.parse(from)
      const end = Date.parse(to)
      let count = 0
      for (const event of masters) {
        if (!event.isRecurring()) {
          const start = event.startDate.toJSDate().getTime()
          if (start < end && event.endDate.toJSDate().getTime() > begin) count++
          continue
        }
        const dates = event.iterator()
        for (let date = dates.next(); date; date = dates.next()) {
          const start = date.toJSDate().getTime()
          if (start >= end) break
          if (event.getOccurrenceDetails(date).endDate.toJSDate().getTime() > begin) count++
        }
      }
      return count
    }
  },
}
