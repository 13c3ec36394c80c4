import {pathText} from '@touchpoints/schemas/path-text'

import type {FormatFinding} from './checkFormats.ts'
import type {ReportedFinding} from './reportFindings.ts'

/**
 * Joins the findings of formats and rules, so that one problem has one message.
 *
 * A general message, such as "Required", is left out where another error of the same value says what to do.
 */
export function mergeFindings(
  formats: readonly FormatFinding[],
  rules: readonly ReportedFinding[],
): ReportedFinding[] {
  const placed = [...formats, ...rules].map((finding) => ({finding, place: placeOf(finding)}))
  const specific = new Set(
    placed.flatMap(({finding, place}) =>
      finding.level === 'error' && !isGeneral(finding) ? [place] : [],
    ),
  )
  const seen = new Set<string>()
  return placed.flatMap(({finding, place}) => {
    const key = JSON.stringify([place, finding.message])
    if (seen.has(key) || (isGeneral(finding) && specific.has(place))) return []
    seen.add(key)
    const {documentId, documentType, code, level, path, message} = finding
    return [{documentId, documentType, code, level, path, message}]
  })
}

function isGeneral(finding: FormatFinding | ReportedFinding): boolean {
  return 'isGeneral' in finding && finding.isGeneral
}

function placeOf({documentId, path}: ReportedFinding): string {
  return JSON.stringify([documentId, pathText(path)])
}
