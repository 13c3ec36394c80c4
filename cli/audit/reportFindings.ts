import type {Finding, FindingLevel, SilencedFindings} from '@touchpoints/calendar/audit'

const marks = {error: ['✗', 31], warning: ['!', 33], info: ['·', 2]} as const

/**
 * Formats findings for a terminal or a log: the message of each, and its key, with which it can be silenced.
 *
 * @param colors - whether to use terminal colors
 */
export function reportFindings(
  {findings, silenced}: SilencedFindings,
  {from, to, colors}: {from: string; to: string; colors: boolean},
): string {
  const paint = (color: number, text: string) =>
    colors ? `\u001B[${color}m${text}\u001B[0m` : text
  const entries = findings.map(({level, code, message, key}) => {
    const [mark, color] = marks[level]
    const lines = [`${paint(color, `${mark} ${code}`)}  ${message}`, paint(2, `  key: ${key}`)]
    return lines.join('\n')
  })
  const checked = `Compared ${from.slice(0, 10)} to ${to.slice(0, 10)}: ${summary(findings)}`
  const quiet = silenced.length > 0 ? `, ${silenced.length} silenced` : ''
  return [...entries, `${checked}${quiet}.`].join('\n\n')
}

/** @example summary(findings) // '1 error, 2 warnings, 0 notes' */
export function summary(findings: readonly Finding[]): string {
  const count = (level: FindingLevel, noun: string) => {
    const number = findings.filter((finding) => finding.level === level).length
    return `${number} ${noun}${number === 1 ? '' : 's'}`
  }
  return [count('error', 'error'), count('warning', 'warning'), count('info', 'note')].join(', ')
}
