import {isJoinLink} from '@touchpoints/calendar/links'
import {calendarsOf} from '@touchpoints/schemas/rules'
import {line as lineFormat} from '@touchpoints/schemas/scalars'

import {cleanLink} from '../cleanLink.ts'
import {type Collector, reference, slug} from '../collector.ts'
import {groupLink, slackChannel} from '../groupParts.ts'
import {groupName} from '../groups.ts'
import {addSeries} from '../series.ts'
import type {Shortcode} from '../shortcodes.ts'
import type {Section} from '../readPage.ts'
import type {Context, Reader} from './reader.ts'

/** Reads `{{< wg-card title="…" gh_url="…" … >}}` into a group, and its call into a series. */
export const readWorkingGroupCard: Reader = (section, context) =>
  section.blocks.filter((block) => {
    if (block.type !== 'shortcode' || block.name !== 'wg-card') return true
    const {title} = block.parameters
    if (!title) return true
    readCard(title, block, section, context)
    return false
  })

function readCard(
  title: string,
  {parameters, line}: Shortcode,
  section: Section,
  context: Context,
): void {
  const {out} = context
  const {gh_url, gh_text, mail_url, mail_text, slack_text, cal_url, cal_text} = parameters
  const repository = gh_url && cleanLink(gh_url, line, out)
  const mail = mail_url && cleanLink(mail_url, line, out)
  const slack = lineFormat.safeParse(slack_text)
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
  const call = cal_text || cal_url ? readCall(cal_text, cal_url, line, out) : {}
  const links = [
    ...(repository ? [groupLink('repository', repository, gh_text)] : []),
    ...(call.link ? [call.link] : []),
  ]
  const group = {
    title,
    slug: slug(title),
    kind: groupName(title).kind,
    phase: 'active',
    links: links.length > 0 ? links : undefined,
    channels: channels.length > 0 ? channels : undefined,
  }
  const id = out.add('workingGroup', title, group, line)
  const series =
    call.series && addSeries({meets: 'standing', ...call.series}, line, out, {id, title})
  if (series !== undefined) {
    context.audiences.set(series, context.about(section), line)
    out.ask(line, {
      code: 'which-dates',
      message: `The page does not say on which day and at which hour "${title}" meets ("${call.series?.title}"). Take the dates from a calendar, or enter the cadence.`,
      document: series,
    })
  }
  const stored = JSON.stringify([out.get(id), series && out.get(series)])
  for (const [name, value] of Object.entries(parameters)) {
    // `cleanLink` already reports a link that it repaired or rejected.
    if (name.endsWith('_url') || stored.includes(JSON.stringify(value).slice(1, -1))) continue
    out.leftover(line, `${name}="${value}"`, `A working group has no field for this ${name}.`)
  }
}

interface Call {
  series?: {title: string} & Record<string, unknown>
  link?: ReturnType<typeof groupLink>
}

/**
 * Reads the call of a card. A link to the page's own calendar becomes a reference, a room the join link of
 * the series. Any other calendar becomes a link of the group: nothing on the page says when the call is.
 */
function readCall(title = 'Call', link: string | undefined, line: number, out: Collector): Call {
  if (!link) return {series: {title}}
  const [linked] = calendarsOf(link)
  const own = out.get('calendar-community-calendar')
  const feedUrl = own?.['feedUrl']
  const [feed] = typeof feedUrl === 'string' ? calendarsOf(feedUrl) : []
  if (own && linked && linked.id === feed?.id) {
    out.leftover(line, link, `The call refers to ${own._id}, which already has this link.`)
    return {series: {title, calendar: reference(own._id)}}
  }
  const url = cleanLink(link, line, out)
  if (url === undefined) return {series: {title}}
  if (!isJoinLink(url)) return {series: {title}, link: groupLink('calendar', url, title)}
  return {series: {title, defaultLinks: {_type: 'meetingLinks', join: url}}}
}
