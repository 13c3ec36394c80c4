/** The names of what a meeting belongs to. */
interface Owners {
  group?: string | undefined
  series?: string | undefined
}

/**
 * Returns the names that the title of a meeting does not contain. The title is that of the event, which feeds
 * and calendars publish: under another name, nobody would find the meeting again.
 *
 * @example namesBeside('Docs: weekly call', {group: 'Docs', series: 'Bi-weekly call'}) // {series: 'Bi-weekly call'}
 */
export function namesBeside(title: string, {group, series}: Owners): Owners {
  const isNew = (name: string | undefined) => name !== undefined && !contains(title, name)
  return {
    ...(isNew(group) && {group}),
    ...(isNew(series) && !(group && series && contains(group, series)) && {series}),
  }
}

/** Returns a series after the group that meets, because many groups have an "Office hour". */
export function seriesName({title, group}: {title: string; group?: string | undefined}): string {
  return group === undefined || contains(title, group) ? title : `${group} · ${title}`
}

function contains(text: string, part: string): boolean {
  return text.toLowerCase().includes(part.toLowerCase())
}
