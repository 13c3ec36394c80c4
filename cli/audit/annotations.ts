import type {Finding} from '@touchpoints/calendar/audit'

const commands = {error: 'error', warning: 'warning', info: 'notice'} as const

/**
 * Formats findings as annotations of a GitHub Action.
 *
 * Values are escaped as GitHub's own toolkit does, because a title of a feed could otherwise end the
 * annotation and start another command.
 *
 * @example annotations([finding]) // '::warning title=Meetings%3A removed::The calendar …'
 */
export function annotations(findings: readonly Finding[]): string {
  return findings
    .map(({level, code, message, key}) => {
      const title = property(`Meetings: ${code}`)
      return `::${commands[level]} title=${title}::${data(`${message}\nkey: ${key}`)}`
    })
    .join('\n')
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
