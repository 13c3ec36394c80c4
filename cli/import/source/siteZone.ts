import type {SourceFile} from '@touchpoints/importers/plan'
import {isTimeZone} from '@touchpoints/calendar/time'

/**
 * Returns the zone in the configuration of a Jekyll site: the zone of its dates. It is offered as an answer,
 * and never assumed.
 *
 * @example siteZone([{path: '_config.yml', text: 'timezone: Europe/Madrid'}]) // 'Europe/Madrid'
 */
export function siteZone(files: readonly SourceFile[]): string | undefined {
  const config = files
    .filter(({path}) => /(?:^|\/)_config\.ya?ml$/i.test(path))
    .toSorted((a, b) => a.path.length - b.path.length)
  for (const {text} of config) {
    const [, zone] = /^timezone:[ \t]*["']?([\w/+-]+)["']?[ \t]*(?:#.*)?$/m.exec(text) ?? []
    if (zone !== undefined && isTimeZone(zone)) return zone
  }
  return undefined
}
