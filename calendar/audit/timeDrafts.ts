import {wallClock} from '../time/index.ts'
import {dateIn, instant} from '../merge/time.ts'
import {differenceText, type Pair} from './compareTimes.ts'
import {type Draft, nameOf} from './draft.ts'
import type {FindingSource} from './finding.ts'
import type {Match} from './strands.ts'

/** Returns the drafts for a meeting that a source announces and a feed has, if their times differ. */
export function timeDrafts(
  announced: FindingSource,
  {strand: {feed, title}, relation}: Match,
  {now, zone}: {now: number; zone: string},
): Draft[] {
  const calendar: FindingSource = {kind: 'calendar', id: feed.id, name: feed.title}
  const upcoming = (pairs: readonly Pair[]) =>
    pairs.filter(({expectedMs, actualMs}) => Math.max(expectedMs, actualMs) > now)
  const datesOf = (pairs: readonly Pair[]) =>
    upcoming(pairs).map(({expectedMs}) => dateIn(expectedMs, zone))
  const common = {sources: [announced, calendar]}
  switch (relation.kind) {
    case 'agree':
      return upcoming(relation.moved).map((pair) => ({
        ...common,
        code: 'moved',
        level: 'info',
        dates: datesOf([pair]),
        message: (dates) =>
          `The calendar "${feed.title}" moved "${title}" from its usual time on ${dates}. Visitors see the new time.`,
      }))
    case 'retimed': {
      const {difference, pairs, always} = relation
      const since = pairs[0] ? dateIn(pairs[0].expectedMs, zone) : ''
      return [
        {
          ...common,
          code: 'retimed',
          level: 'error',
          dates: always ? datesOf(pairs).slice(0, 1) : [since],
          message: () =>
            `The calendar "${feed.title}" has "${title}" ${differenceText(difference)} than ${nameOf(announced)}${always ? '' : ` since ${since}`}. Visitors see two times. Correct the one that is wrong.`,
        },
      ]
    }
    case 'other-zone': {
      const {zone: other, time, pairs} = relation
      const differing = pairs.filter(({difference}) => difference !== 0)
      const [some] = differing
      const usual = some ? wallClock(instant(some.expectedMs), zone).time : ''
      return [
        {
          ...common,
          code: 'wrong-zone',
          level: 'error',
          dates: datesOf(differing),
          message: (dates) =>
            `${capitalized(nameOf(announced))} keeps ${usual} in ${zone}, but the calendar "${feed.title}" keeps ${time} in ${other}. ${relation.held === 0 ? 'They never agree' : 'They differ while the clocks do'}${dates ? `, next on ${dates}` : ''}. Give both the same time zone.`,
        },
      ]
    }
  }
}

function capitalized(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}
