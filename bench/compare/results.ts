import {readFileSync} from 'node:fs'
import {resolve} from 'node:path'
import * as z from 'zod/mini'

/** The results that docs/compare quotes. */
export const resultsFile = resolve(import.meta.dirname, 'results.json')

const score = z.object({right: z.number(), of: z.number()})

const programResult = z.object({
  /** Lines of the program that are not empty, and no comments. */
  lines: z.number(),
  packages: z.number(),
  megabytes: z.number(),
  /** JavaScript and styles that the visitor gets, minified and gzipped. 0: the page is HTML of the server. */
  shippedKilobytes: z.number(),
  calendarCases: score,
  feedCases: score,
  mergedEvents: score,
  mergesReported: score,
})

const results = z.object({
  versions: z.record(z.string(), z.string()),
  programs: z.record(z.string(), programResult),
  /** The custom elements of touchpoints, for pages that want a calendar in the browser. */
  elementsKilobytes: z.number(),
})

export type Results = z.infer<typeof results>

export function readResults(): Results {
  return results.parse(JSON.parse(readFileSync(resultsFile, 'utf8')))
}
