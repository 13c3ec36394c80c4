import {setTimeout as delay} from 'node:timers/promises'

/**
 * Repeats a query until it returns a value. The error names what was missing.
 *
 * @throws Error if there is no value after a minute
 */
export async function eventually<T>(
  what: string,
  query: () => Promise<T | undefined | null | false>,
): Promise<T> {
  for (let attempt = 0; attempt < 300; attempt++) {
    const result = await query()
    if (result) return result
    await delay(200)
  }
  throw new Error(`Waited a minute for ${what}`)
}
