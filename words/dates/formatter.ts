const formatters = new Map<string, Intl.DateTimeFormat>()

/** Creating one takes about 50 µs, and a full page uses hundreds. Zones come from requests, hence the limit. */
const maxFormatters = 500

/** Returns a formatter of dates, from a cache. */
export function formatter(
  locale: string,
  timeZone: string,
  options: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat {
  const key = `${locale} ${timeZone} ${JSON.stringify(options)}`
  const cached = formatters.get(key)
  if (cached) return cached
  const created = new Intl.DateTimeFormat(locale, {...options, timeZone})
  if (formatters.size < maxFormatters) formatters.set(key, created)
  return created
}
