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

function contains(text: string, part: string): boolean {
  return text.toLowerCase().includes(part.toLowerCase())
}
