import {calendarsOf} from '@touchpoints/schemas/rules'
import {slackChannel as slackFormat} from '@touchpoints/schemas/scalars'

import {cleanLink} from '../cleanLink.ts'
import {type Collector, reference, slug} from '../collector.ts'
import type {Shortcode} from '../shortcodes.ts'
import type {Reader} from './reader.ts'
import {slackChannel} from './workingGroup.ts'

/** Reads `{{< wg-card title="…" gh_url="…" … >}}` into a working group. */
export const readWorkingGroupCard: Reader = ({blocks}, {out}) =>
  blocks.filter((block) => {
    if (block.type !== 'shortcode' || block.name !== 'wg-card') return true
    const {title} = block.parameters
    if (!title) return true
    readCard(title, block, out)
    return false
  })

function readCard(title: string, {parameters, line}: Shortcode, out: Collector): void {
  const {gh_url, gh_text, mail_url, mail_text, slack_text, cal_url, cal_text} = parameters
  const repository = gh_url && cleanLink(gh_url, line, out)
  const mail = mail_url && cleanLink(mail_url, line, out)
  const slack = slackFormat.safeParse(slack_text?.toLowerCase())
  const list = {
    _type: 'channel',
    _key: 'mail',
    kind: 'mailingList',
    title: mail_text || 'Mailing list',
  }
  const channels = [
    ...(mail ? [{...list, url: mail}] : []),
    ...(slack.success ? [slackChannel(slack.data, undefined)] : []),
  ]
  const link = {_type: 'link', title: gh_text || 'Repository'}
  const group = {
    title,
    slug: slug(title),
    phase: 'active',
    repository: repository ? {...link, url: repository} : undefined,
    channels: channels.length > 0 ? channels : undefined,
    call: cal_text || cal_url ? readCall(cal_text, cal_url, line, out) : undefined,
  }
  const id = out.add('workingGroup', title, group, line)
  const stored = JSON.stringify(out.get(id))
  for (const [name, value] of Object.entries(parameters)) {
    // `cleanLink` already reports a link that it repaired or rejected.
    if (name.endsWith('_url') || stored.includes(JSON.stringify(value).slice(1, -1))) continue
    out.unmapped(line, `${name}="${value}"`, `A working group has no field for this ${name}.`)
  }
}

/** Stores a link to the page's own calendar as a reference, and any other link as the join link. */
function readCall(text = 'Call', link: string | undefined, line: number, out: Collector) {
  const call = {_type: 'workingGroupCall', title: text}
  const [linked] = calendarsOf(link ?? '')
  const own = out.get('calendar-community-calendar')
  const feedUrl = own?.['feedUrl']
  const [feed] = typeof feedUrl === 'string' ? calendarsOf(feedUrl) : []
  if (own && link && linked?.id === feed?.id) {
    out.unmapped(line, link, `The call refers to ${own._id}, which already has this link.`)
    return {...call, calendar: reference(own._id)}
  }
  const joinUrl = link && cleanLink(link, line, out)
  return joinUrl ? {...call, joinUrl} : call
}
