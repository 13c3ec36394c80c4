/**
 * Folders below the meetings page, by what their pages show.
 *
 * A session's page is next to them, so no session can have one of these names as its slug: the folder is shown.
 */
export const pageFolders = {
  calendar: 'calendar',
  search: 'search',
  archive: 'archive',
  group: 'groups',
  series: 'series',
  guest: 'people',
  topic: 'topics',
  recording: 'recordings',
} as const
