import {setTimeout as delay} from 'node:timers/promises'

/**
 * Asks again until the answer is one, and says what was waited for when none comes.
 *
 * @throws Error after a minute
 */
export async function eventually<T>(
  what: string,
  ask: () => Promise<T | undefined | null | false>,
): Promise<T> {
  for (let attempt = 0; attempt < 300; attempt++) {
    const answer = await ask()
    if (answer) return answer
    await delay(200)
  }
  throw new Error(`Waited a minute for ${what}`)
}
