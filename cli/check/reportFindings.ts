import {pathText} from '@touchpoints/schemas/path-text'
import type {PathSegment} from '@touchpoints/schemas/rules'

export interface ReportedFinding {
  documentId: string
  documentType: string
  code: string
  level: 'error' | 'warning' | 'info'
  path: PathSegment[]
  message: string
}

/**
 * Formats findings for a terminal or a log, grouped by document, errors first.
 *
 * @param colors - whether to use terminal colors
 */
export function reportFindings(
  findings: readonly ReportedFinding[],
  {checked, colors}: {checked: number; colors: boolean},
): string {
  const paint = (code: number, text: string) => (colors ? `\u001B[${code}m${text}\u001B[0m` : text)
  const marks = {
    error: paint(31, '✗ error'),
    warning: paint(33, '! warning'),
    info: paint(36, 'i info'),
  } as const
  const order = ['error', 'warning', 'info'] as const
  const groups = [...Map.groupBy(findings, ({documentId}) => documentId)].map(
    ([id, ofDocument]) => {
      const lines = ofDocument
        .toSorted((a, b) => order.indexOf(a.level) - order.indexOf(b.level))
        .map(({level, path, message, code}) => {
          const place = path.length > 0 ? `${pathText(path)}: ` : ''
          return `  ${marks[level]}  ${place}${message} ${paint(2, `(${code})`)}`
        })
      return [paint(1, id), ...lines].join('\n')
    },
  )
  return [...groups, summary(findings, checked)].join('\n\n')
}

/** @example summary([], 3) // '3 documents checked: 0 errors, 0 warnings.' */
export function summary(findings: readonly ReportedFinding[], checked: number): string {
  const of = (level: ReportedFinding['level']) =>
    findings.filter((finding) => finding.level === level).length
  const count = (number: number, noun: string) => `${number} ${noun}${number === 1 ? '' : 's'}`
  const infos = of('info') > 0 ? `, ${count(of('info'), 'info')}` : ''
  return `${count(checked, 'document')} checked: ${count(of('error'), 'error')}, ${count(of('warning'), 'warning')}${infos}.`
}
