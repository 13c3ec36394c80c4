import {youtubeLink} from '@touchpoints/schemas/rules'

import {cleanLink} from '../cleanLink.ts'
import {reference, slug} from '../collector.ts'
import {type Fact, isPlaceholder} from '../fact.ts'
import {bareLinks} from '../linksIn.ts'
import {plain} from '../plain.ts'
import type {Context} from '../readers/reader.ts'

interface Session {
  id: string
  /** Name of its documents, unique for each type. */
  name: string
  date: string
  title: string
  line: number
  season: string
}

/** Reads the words about a recording: whether there is none, and whether the Chatham House Rule is the reason. */
export function recordingPolicy(text: string): {none: boolean; chatham: boolean} {
  return {
    none: /^none\b|\bno recording\b|\bnot recorded\b/i.test(text),
    chatham: /chatham house/i.test(text),
  }
}

/** Adds the recording of a session: published, in preparation, or why there is none. */
export function addSessionRecording(
  fact: Fact | undefined,
  session: Session,
  {out, asOf}: Context,
): void {
  if (!fact) return
  const {id, name, date, title, line, season} = session
  const text = plain(fact.text)
  const url = fact.links[0]?.url ?? bareLinks(text)[0]
  const fields = {
    title,
    slug: slug(`${date} ${title}`),
    date,
    touchpoint: reference(id),
    season,
  }
  out.understood(text)
  if (url !== undefined) {
    const clean = cleanLink(url, fact.line, out)
    const video = youtubeLink(url)
    if (clean === undefined) return
    const media = {_type: 'recordingMedia', ...(video ?? {url: clean})}
    out.add('recording', name, {...fields, availability: 'published', media}, line)
  } else if (recordingPolicy(text).none) {
    const reason = text.replace(/^(?:none|no recording|not recorded)\W*/i, '').trim()
    const notRecordedReason = reason || 'No reason given'
    out.add('recording', name, {...fields, availability: 'notRecorded', notRecordedReason}, line)
  } else if (/process|cooking|soon|pending/i.test(text)) {
    out.add('recording', name, {...fields, availability: 'processing'}, line)
  } else if (!isPlaceholder(text) && !/^yes$/i.test(text)) {
    out.leftover(line, text, 'This contains no link to a recording.')
  } else if (date < asOf && /^yes$/i.test(text)) {
    out.leftover(line, text, 'The page says that there is a recording, without its link.')
  }
}
