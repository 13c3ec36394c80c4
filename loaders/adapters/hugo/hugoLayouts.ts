import {templatesIn} from '../files/index.ts'

/**
 * Returns the shortcodes and their partials, by path in the site's `layouts`.
 *
 * They are in a folder of their own, `shortcodes/touchpoints/`, and a project's layouts come before those of every
 * theme. So no other shortcode can take their place, and the site's configuration stays as it is.
 *
 * @param aliases - further names of shortcodes, such as those that the pages of a site already use. The key is the
 *   further name, the value a shortcode of this package without its folder: `new Map([['events', 'calendar']])`
 */
export async function hugoLayouts(
  aliases: ReadonlyMap<string, string> = new Map(),
): Promise<Map<string, string>> {
  const templates = await templatesIn(new URL('module', import.meta.url))
  const extra = [...aliases].flatMap(([name, shortcode]): [string, string][] => {
    const template = templates.get(`shortcodes/touchpoints/${shortcode}.html`)
    return template === undefined ? [] : [[`shortcodes/${name}.html`, template]]
  })
  return new Map([...templates, ...extra])
}

/** The shortcodes, without their folder, and what each shows. */
export const hugoShortcodes = {
  next: 'the next date',
  upcoming: 'the sessions that have not ended',
  past: 'the sessions that have ended',
  calendar: 'the community’s own calendar',
  'other-calendars': 'calendars of other communities',
  groups: 'a card for each group',
  group: 'one group',
  recordings: 'the recordings',
  session: 'one session',
  meetings: 'the whole meetings page with its texts',
} as const satisfies Record<string, string>
export type HugoShortcode = keyof typeof hugoShortcodes
