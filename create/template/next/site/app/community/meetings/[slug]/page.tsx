import {statusWord, wordsIn} from '@touchpoints/words'
import type {Metadata} from 'next'
import {notFound} from 'next/navigation'
import {edit} from 'touchpoints'
import {Live} from 'touchpoints/next/live'

import {requestLoader} from '../../../../lib/loader'
import {expire} from '../../../expire'
import {sessionTime} from '../../../sessionTime'

interface Properties {
  params: Promise<{slug: string}>
}

async function read({params}: Properties) {
  const reader = await requestLoader()
  const {slug} = await params
  const [{data, syncTags}, community] = await Promise.all([
    reader.touchpoints({slug}),
    reader.community(),
  ])
  const [session] = data
  if (!session) notFound()
  return {session, syncTags, words: wordsIn(community.data?.languages[0] ?? 'en')}
}

export async function generateMetadata(properties: Properties): Promise<Metadata> {
  const {session} = await read(properties)
  return {title: session.title, ...(session.summary && {description: session.summary})}
}

export default async function Session(properties: Properties) {
  const {session, syncTags, words} = await read(properties)
  const {title, summary, guests, links, status} = session
  return (
    <main>
      <Live tags={syncTags} expire={expire} />
      <h1 data-sanity={edit(session, 'title')}>{title}</h1>
      <p>
        <time dateTime={session.schedule.start}>{sessionTime(session, words)}</time>
      </p>
      {status === 'cancelled' && <p className="notice">{statusWord(words, 'cancelled')}</p>}
      {summary && <p>{summary}</p>}
      {guests.length > 0 && (
        <p>{words.say('site.with', {names: guests.map(({guest}) => guest.name).join(', ')})}</p>
      )}
      {links.join && (
        <p>
          <a href={links.join}>{words.say('site.join')}</a>
        </p>
      )}
    </main>
  )
}
