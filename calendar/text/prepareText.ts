import type {CalendarLimits} from '../limits.ts'
import type {ProblemList} from '../problemList.ts'

const calendarStart = /^[ \t]*BEGIN:(?:VCALENDAR|VEVENT)/im

/**
 * The text to be scanned: without a byte order mark, no longer than the limit, with line feeds. Text that
 * is no calendar is reported and comes back empty, so that nobody takes a sign-in page for a calendar
 * without events.
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
      message: `The text has ${source.length} characters; the first ${limits.characters} are read. Raise limits.characters, or ask for a smaller feed.`,
    })
    source = source.slice(0, limits.characters)
  }
  // Line breaks of old Macs; a text with any line feed has those for its line breaks.
  if (!source.includes('\n')) source = source.replaceAll('\r', '\n')
  if (calendarStart.test(source)) return source
  reportOther(source, problems)
  return ''
}

function reportOther(text: string, problems: ProblemList): void {
  if (!/\S/.test(text)) {
    problems.add({
      code: 'empty',
      message:
        'The text is empty. Even a calendar without events has BEGIN:VCALENDAR; check the address of the feed.',
    })
    return
  }
  const isPage = /^\s*</.test(text)
  problems.add({
    code: 'not-a-calendar',
    line: 1,
    message: `The text is no calendar${isPage ? ' but a web page, perhaps one that asks to sign in' : ''}: it has no BEGIN:VCALENDAR. Check the address, and that the calendar is public.`,
  })
}
