/** The values of a configuration file. */
export type Settings = Readonly<Record<string, unknown>>

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Returns a table of the settings. Empty when it is missing. */
export function table(settings: Settings, name: string): Settings {
  const value = settings[name]
  return isRecord(value) ? value : {}
}

/** Returns a text of the settings. Undefined when it is missing or empty. */
export function text(settings: Settings, name: string): string | undefined {
  const value = settings[name]
  return typeof value === 'string' && value !== '' ? value : undefined
}

/** Returns the texts of a list. One text is a list of one. */
export function texts(settings: Settings, name: string): string[] {
  const value = settings[name]
  const list = Array.isArray(value) ? value : [value]
  return list.filter((each): each is string => typeof each === 'string' && each !== '')
}

/** Returns the tables of a list. */
export function tables(settings: Settings, name: string): Settings[] {
  const value = settings[name]
  return Array.isArray(value) ? value.filter(isRecord) : []
}

/** Returns the settings with those of another file, which win. Tables are merged. */
export function merged(settings: Settings, other: Settings): Settings {
  const result: Record<string, unknown> = {...settings}
  for (const [name, value] of Object.entries(other)) {
    const own = result[name]
    result[name] = isRecord(own) && isRecord(value) ? merged(own, value) : value
  }
  return result
}

/** Returns the settings with names in lower case, for programs that read names in any case. */
export function lowerCased(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(lowerCased)
  if (!isRecord(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [name.toLowerCase(), lowerCased(each)]),
  )
}
