/** A line that is written over and over on a terminal, and never into a file or a log. */
export function progressLine(): (text: string) => void {
  if (!process.stderr.isTTY) return () => {}
  return (text) => void process.stderr.write(`\r\u001B[K${text}`)
}
