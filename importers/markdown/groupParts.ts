import {reference} from './collector.ts'
import {slugOf} from '../plan/documentId.ts'

/** Returns a link of a group. Its key is its kind: a page has one of each. */
export function groupLink(kind: 'repository' | 'notes' | 'calendar', url: string, title?: string) {
  return {_type: 'typedLink', _key: kind, kind, ...(title && {title}), url}
}

export function groupRole(role: string, personId: string) {
  const person = reference(personId)
  return {_type: 'groupRole', _key: `${slugOf(role)}-${personId}`, role, person}
}

/** @param name - as people write it, such as `#wg-metrics` */
export function slackChannel(name: string, workspace: string | undefined, index = 0) {
  return {
    _type: 'channel',
    _key: `slack-${index}`,
    kind: 'slack',
    ...(workspace && {workspace}),
    name,
  }
}
