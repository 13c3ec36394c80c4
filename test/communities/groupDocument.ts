import type {StoredDocument} from '../support/readContent.ts'
import type {SharedChannel, SharedGroup, SharedRole} from './sharedCommunity.ts'
import {dayOf, httpsLink, keyed, lineOf, reference, slugOf} from './values.ts'

export function groupDocument(group: SharedGroup): StoredDocument {
  const links = group.links.flatMap(linkOf)
  return {
    _id: `group-${slugOf(group.id)}`,
    _type: 'workingGroup',
    title: group.name,
    slug: {_type: 'slug', current: slugOf(group.id)},
    kind: group.kind,
    phase: phases[group.phase ?? 'active'] ?? 'active',
    ...(group.parent && {parent: reference(`group-${slugOf(group.parent)}`)}),
    roles: keyed('groupRole', group.roles.flatMap(roleOf)),
    channels: keyed('channel', group.channels.map(channelOf)),
    links: keyed('typedLink', links),
  }
}

/** The phases of the corpus that have another name in our model. */
const phases: Readonly<Record<string, string>> = {
  active: 'active',
  announced: 'forming',
  archived: 'archived',
  graduated: 'active',
  inactive: 'paused',
  incubating: 'incubating',
  sandbox: 'forming',
}

/** A vacant role has no person, and our model no place for it. */
function roleOf({role, person, from, to, how, note}: SharedRole) {
  if (!person) return []
  const words = [how, note].filter(Boolean).join(', ')
  return [
    {
      role: lineOf(role),
      person: reference(`guest-${slugOf(person)}`),
      ...(from && {from: dayOf(from, 'first')}),
      ...(to && {to: dayOf(to, 'last')}),
      ...(words !== '' && {note: lineOf(words)}),
    },
  ]
}

const channelKinds: Readonly<Record<string, string>> = {
  'mailing list': 'mailingList',
  'github team': 'github',
  slack: 'slack',
  zulip: 'zulip',
  matrix: 'matrix',
}

function channelOf({kind, workspace, name, link}: SharedChannel) {
  const url = httpsLink(link)
  return {
    kind: channelKinds[kind] ?? 'other',
    ...(workspace && {workspace}),
    ...(name && {name}),
    ...(url && {url}),
  }
}

const linkKinds: Readonly<Record<string, string>> = {
  calendar: 'calendar',
  charter: 'charter',
  'code of conduct': 'governance',
  governance: 'governance',
  'list of notes': 'notes',
  'owners file': 'governance',
  page: 'website',
  repository: 'repository',
  website: 'website',
}

/** A group can have an archive of notes for each year. Their titles distinguish them. */
function linkOf({kind, url}: {kind: string; url: string}) {
  const https = httpsLink(url)
  if (!https) return []
  const known = linkKinds[kind] ?? (/^notes\b/.test(kind) ? 'notes' : 'other')
  const isNamed = known === kind
  return [{kind: known, ...(!isNamed && {title: sentenceCase(kind)}), url: https}]
}

function sentenceCase(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
