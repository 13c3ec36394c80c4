import {readFileSync} from 'node:fs'
import {expect, test} from 'vitest'
import {defaultCalendarLimits} from '../../calendar/limits.ts'

const page = readFileSync(new URL('../../docs/calendars.md', import.meta.url), 'utf8')

test.each(Object.entries(defaultCalendarLimits))(
  'docs/calendars.md has the default of limits.%s',
  (name, value) => {
    expect(page).toContain(`| \`${name}\` | ${value.toLocaleString('en')} |`)
  },
)
