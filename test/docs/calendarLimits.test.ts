import {readFileSync} from 'node:fs'
import {expect, test} from 'vitest'
import {defaultFetchLimits} from '../../calendar/fetch/fetchLimits.ts'
import {defaultIsolationLimits} from '../../calendar/fetch/isolation/isolationLimits.ts'
import {textLimits} from '../../calendar/occurrences/boundedTexts.ts'
import {maxSnapshotEvents} from '../../loaders/feeds/readSnapshot.ts'
import {maxEntriesPerDay} from '../../site/src/calendar/eventDays.ts'
import {maxPageEvents} from '../../site/src/calendar/pageEvents.ts'
import {
  defaultCalendarLimits,
  feedCalendarLimits,
  maxOccurrencesOfMerge,
} from '../../calendar/limits.ts'

const page = readFileSync(new URL('../../docs/calendars.md', import.meta.url), 'utf8')

test.each(Object.entries(defaultCalendarLimits))(
  'docs/calendars.md has the default of limits.%s',
  (name, value) => {
    expect(page).toContain(`| \`${name}\` | ${value.toLocaleString('en')} |`)
  },
)

test.each(Object.entries(feedCalendarLimits))(
  'docs/calendars.md has the default of a feed for limits.%s',
  (name, value) => {
    expect(page).toContain(`| \`${name}\` | ${value.toLocaleString('en')} |`)
  },
)

test.each([
  `at most ${maxOccurrencesOfMerge.toLocaleString('en')} occurrences of feeds`,
  `${textLimits.title} characters for a title`,
  `${textLimits.description.toLocaleString('en')} for a description`,
  `${textLimits.location.toLocaleString('en')} for a location`,
  `more than ${textLimits.link.toLocaleString('en')} characters`,
])('docs/calendars.md says what the code does: "%s"', (words) => {
  expect(page).toContain(words)
})

const operations = readFileSync(new URL('../../docs/operations.md', import.meta.url), 'utf8')

test.each([
  ['a feed’s text', `${defaultFetchLimits.bytes / 1024 / 1024} MB`],
  ['dates of one event of a feed', feedCalendarLimits.occurrencesPerEvent],
  ['dates of one feed', feedCalendarLimits.occurrences],
  ['dates of all feeds', maxOccurrencesOfMerge],
  ['work on one feed', `${defaultIsolationLimits.work / 1000} s`],
  ['wait for calendars', `${defaultIsolationLimits.wait / 1000} s`],
  ['memory for calendars', `${defaultIsolationLimits.memory} MB`],
  ['requests for calendars', defaultIsolationLimits.requests],
  ['events of a snapshot', maxSnapshotEvents],
  ['events of a page', maxPageEvents],
  ['events of one day', maxEntriesPerDay],
])('docs/operations.md has the budget of %s', (budget, value) => {
  expect(operations).toContain(`| ${budget} | ${value.toLocaleString('en')} |`)
})
