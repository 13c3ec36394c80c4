const reading = /\bDate\(\)|\bDate\.now\b|\bTemporal\.Now\.(?!timeZoneId)/

/** Returns the lines of a source that read a clock. */
export function clockReads(source: string): string[] {
  return source
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => reading.test(line))
}
