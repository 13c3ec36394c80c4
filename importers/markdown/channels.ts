import {httpsUrl} from '@touchpoints/schemas/scalars'

import {cleanLink} from './cleanLink.ts'
import type {Collector} from './collector.ts'
import type {Fact} from './fact.ts'
import type {Group} from './groups.ts'
import {bareLinks} from './linksIn.ts'

/** Adds the channels that a text and its links name. Returns whether there is one. */
export function addChannels(
  group: Group,
  label: string,
  {text, links, line}: Fact,
  out: Collector,
): boolean {
  const names = [
    ...text.matchAll(/(?<![\w/])#[\p{L}][\p{L}\p{N}_-]*(?::[\w-]+(?:\.[\w-]+)+)?/gu),
  ].map(([name]) => name)
  const addresses = [
    ...text.matchAll(/(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}/g),
  ]
  const kind = channelKind(`${label} ${text} ${links.map(({url}) => url).join(' ')}`)
  const urls = links
    .filter(({url}) => url.trim() !== '')
    .flatMap((link) => {
      if (link.url.startsWith('mailto:')) return []
      const url = cleanLink(link.url, line, out)
      return url === undefined ? [] : [{...link, url}]
    })
  const bare = bareLinks(text)
  const more = bare.filter(
    (url) => !links.some((link) => link.url === url) && httpsUrl.safeParse(url).success,
  )
  const all = [...urls, ...more.map((url) => ({text: '', url}))]
  const channel = (own: {name?: string | undefined; title?: string; url?: string | undefined}) => ({
    _type: 'channel',
    _key: kind,
    kind,
    ...own,
  })
  const items = [
    // One name beside one link is one channel: "#wg in [Slack](…)".
    ...(names.length === 1 && all.length === 1
      ? [channel({name: names[0], url: all[0]?.url})]
      : [
          ...names.map((name) => channel({name})),
          ...all.map(({text: title, url}) => channel({...titled(names, title, url), url})),
        ]),
    ...addresses.map(([name]) => ({
      _type: 'channel',
      _key: 'mailingList',
      kind: 'mailingList',
      name,
    })),
  ]
  reportSecond(group, items, line, out)
  out.append(group.id, 'channels', items, line)
  out.understood(label)
  return items.length > 0
}

function titled(names: readonly unknown[], title: string, url: string): {title?: string} {
  const isTitle = names.length === 0 && title !== '' && title !== url && title.length < 100
  return isTitle ? {title} : {}
}

/** A second channel of one kind may be the new name of the first one, or that of another group. */
function reportSecond(
  group: Group,
  items: readonly {kind?: unknown; name?: unknown}[],
  line: number,
  out: Collector,
) {
  const value = out.get(group.id)?.['channels']
  const existing: {kind?: unknown; name?: unknown}[] = Array.isArray(value) ? value : []
  for (const item of items) {
    const other = existing.find(
      ({kind, name}) => kind === item.kind && name !== undefined && name !== item.name,
    )
    if (!other || item.name === undefined) continue
    const names = [other, item].map((each) => String(each.name))
    const list = [...existing, item]
    out.verify(line, {
      code: 'sources-differ',
      message: `The page names two channels of "${group.title}": ${names.join(' and ')}. Both were used.`,
      document: group.id,
      choices: [
        {label: names.join(' and '), set: {channels: list}},
        ...[other, item].map((own) => ({
          label: `Only ${String(own.name)}`,
          set: {channels: list.filter((each) => each.kind !== own.kind || each === own)},
        })),
      ],
    })
  }
}

const channelKinds = [
  ['slack', /slack/i],
  ['discord', /discord/i],
  ['zulip', /zulip/i],
  ['matrix', /matrix|element\.io/i],
  ['telegram', /telegram|t\.me/i],
  ['mastodon', /mastodon|fosstodon/i],
  ['irc', /\birc\b/i],
  ['mailingList', /mail|lists?\.|groups\.io|google group/i],
  ['forum', /forum|discourse|discussions?/i],
] as const

function channelKind(words: string) {
  return channelKinds.find(([, word]) => word.test(words))?.[0] ?? 'other'
}

/** Whether a label is about channels. */
export function isChannelLabel(label: string): boolean {
  return /slack|discord|zulip|matrix|telegram|mastodon|\birc\b|mailing|\blist\b|\bmail\b|channel|chat|forum|social|email/i.test(
    label,
  )
}
