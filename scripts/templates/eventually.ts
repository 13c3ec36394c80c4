import {setTimeout as wait} from 'node:timers/promises'

/** Waits until a condition is true. @throws Error that names it after a minute and a half */
export async function eventually(what: string, condition: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 90_000
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error(`This did not happen in 90 seconds: ${what}.`)
    await wait(250)
  }
}
