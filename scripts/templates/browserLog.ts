import {appendFileSync} from 'node:fs'
import type {BrowserContext} from 'playwright-core'

/** Writes what the pages of a context report as a problem into a file. It often has the reason of a failed step. */
export function logProblems(context: BrowserContext, file: string): void {
  const write = (text: string) => appendFileSync(file, `${text.slice(0, 1000)}\n`)
  context.on('console', (message) => {
    if (message.type() === 'error') write(`console: ${message.text()}`)
  })
  context.on('weberror', (error) => write(`error: ${error.error().message}`))
  context.on('response', (response) => {
    if (response.status() >= 400) write(`${response.status()} ${response.url()}`)
  })
}
