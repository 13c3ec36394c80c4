import type {Series} from '../views/series.ts'

/**
 * Returns the name of a series out of its context: with its group, unless the title names the group.
 *
 * @example seriesName({title: 'Weekly call', group: {title: 'SIG Docs'}}) // 'SIG Docs: Weekly call'
 */
export function seriesName({
  title,
  group,
}: {
  title: string
  group: Pick<NonNullable<Series['group']>, 'title'> | null
}): string {
  if (!group || title.toLowerCase().includes(group.title.toLowerCase())) return title
  return `${group.title}: ${title}`
}
