import ICAL from 'ical.js'
import nodeIcal from 'node-ical'
import {parseCalendar} from '../../calendar/parseCalendar.ts'

/** Returns the number of occurrences in a window of a parsed calendar. */
export type CountOccurrences = (from: string, to: string) => number

/** The parsers to compare, each used as its documentation describes. */
export const contenders: Readonly<Record<string, (text: string) => CountOccurrences>> = {
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
    const components = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent')
    const byUid = Map.groupBy(components, (each) => String(each.getFirstPropertyValue('uid')))
    // By default, each event gets every override of the calendar: 9 million objects on this feed, which
    // exceeds the memory. So each event gets only the overrides of its UID.
    const masters = [...byUid.values()].flatMap((family) => {
      const exceptions = family.filter((each) => each.hasProperty('recurrence-id'))
      return family
        .filter((each) => !each.hasProperty('recurrence-id'))
        .map((each) => new ICAL.Event(each, {exceptions}))
    })
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
