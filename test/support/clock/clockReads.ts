const reading = /\bDate\(\)|\bDate\.now\b|\bTemporal\.Now\.(?!timeZoneId)/

/** The lines of a source that read a clock, whatever they do with it. */
export function clockReads(source: string): string[] {
  return source
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => reading.test(line))
}
