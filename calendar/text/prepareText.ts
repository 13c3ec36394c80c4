import {withLineFeeds} from './withLineFeeds.ts'
import type {CalendarLimits} from '../limits.ts'
import type {ProblemList} from '../problemList.ts'

const calendarStart = /^[ \t]*BEGIN:(?:VCALENDAR|VEVENT)/im

/**
 * Returns the text to scan: without a byte order mark, cut at the limit, with line feeds.
 *
 * If the text is not a calendar, reports that and returns an empty string. Otherwise a sign-in page
 * would look like a calendar without events.
 */
export function prepareText(
  text: string,
  limits: Pick<CalendarLimits, 'characters'>,
  problems: ProblemList,
): string {
  let source = text.startsWith('\uFEFF') ? text.slice(1) : text
  if (source.length > limits.characters) {
    problems.add({
      code: 'limit',
      message: `The text has ${source.length} characters; only the first ${limits.characters} were read. Raise limits.characters, or use a smaller feed.`,
    })
    source = source.slice(0, limits.characters)
  }
  source = withLineFeeds(source)
  if (calendarStart.test(source)) {
    reportDamage(source, problems)
    return source
  }
  reportOther(source, problems)
  return ''
}

function reportOther(text: string, problems: ProblemList): void {
  if (!/\S/.test(text)) {
    problems.add({
      code: 'empty',
      message:
        'The text is empty. Even a calendar without events has BEGIN:VCALENDAR. Check the address of the feed.',
    })
    return
  }
  const isPage = /^\s*</.test(text)
  problems.add({
    code: 'not-a-calendar',
    line: 1,
    message: `The text is not a calendar${isPage ? ' but a web page, possibly a sign-in page' : ''}: it has no BEGIN:VCALENDAR. Check the address, and that the calendar is public.`,
  })
}

/** A replacement character is what is left of bytes that are not valid in the text's encoding. */
function reportDamage(text: string, problems: ProblemList): void {
  const at = text.indexOf('\uFFFD')
  if (at < 0) return
  problems.add({
    code: 'bad-characters',
    line: text.slice(0, at).split('\n').length,
    message:
      'Some characters could not be read, because their bytes are not valid in the encoding of the text. They are shown as �. Export the calendar as UTF-8.',
  })
}
