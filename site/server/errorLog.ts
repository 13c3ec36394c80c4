/** Time in which each message is written once, in milliseconds. A failing lake fails for every visitor. */
const quietTime = 10_000
/** Messages that are remembered. The oldest is forgotten first. */
const maxMessages = 100

/** Returns a function that writes errors as lines, and repeats a message only after some time. */
export function errorLog(
  write: (line: string) => void,
  now: () => number,
): (error: unknown) => void {
  let written: {message: string; at: number}[] = []
  return (error) => {
    const message = error instanceof Error ? (error.stack ?? error.message) : String(error)
    written = written.filter(({at}) => now() - at < quietTime).slice(-maxMessages)
    if (written.some((each) => each.message === message)) return
    written.push({message, at: now()})
    write(`Site error: ${message}\n`)
  }
}
