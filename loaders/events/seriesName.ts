interface Named {
  title: string
  group: {title: string} | null
}

/**
 * Returns the name of a series out of its context: with its group, unless the title names the group.
 *
 * @example seriesName({title: 'Weekly call', group: {title: 'SIG Docs'}}) // 'SIG Docs: Weekly call'
 */
export function seriesName({title, group}: Named): string {
  if (!group || title.toLowerCase().includes(group.title.toLowerCase())) return title
  return `${group.title}: ${title}`
}

/** Returns the same name in the default language, as feeds have it. */
export function defaultSeriesName(series: {
  defaultTitle: string
  group: {defaultTitle: string} | null
}): string {
  const {defaultTitle: title, group} = series
  return seriesName({title, group: group && {title: group.defaultTitle}})
}
