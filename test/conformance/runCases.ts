import {readFileSync, readdirSync} from 'node:fs'
import {join} from 'node:path'
import {decodeText} from '../../calendar/fetch/decodeText.ts'
import {compareCase, expectedCase} from './compareCase.ts'

export interface CaseResult {
  name: string
  /** The differences. Empty when the case passes. */
  differences: string[]
}

/** Runs every `NAME.ics` of a folder that has a `NAME.expected.json`. */
export function runCases(folder: string): CaseResult[] {
  const files = new Set(readdirSync(folder))
  return [...files]
    .filter((file) => file.endsWith('.ics') && files.has(expectedFile(file)))
    .toSorted()
    .map((file) => {
      const expected = expectedCase.parse(
        JSON.parse(readFileSync(join(folder, expectedFile(file)), 'utf8')),
      )
      const text = decodeText(readFileSync(join(folder, file)), 'text/calendar; charset=utf-8')
      const differences = compareCase(text, expected)
      return {name: file.slice(0, -'.ics'.length), differences}
    })
}

function expectedFile(file: string): string {
  return `${file.slice(0, -'.ics'.length)}.expected.json`
}
