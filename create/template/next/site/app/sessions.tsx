import {defaultPagePath, edit, type Touchpoint} from 'touchpoints'

import {statusWord, type Words} from '@touchpoints/words'
import {sessionTime} from './sessionTime'

/** A list of sessions, each with a link to its page. */
export function Sessions({of, words}: {of: readonly Touchpoint[]; words: Words}) {
  if (of.length === 0) return <p>{words.say('site.noUpcoming')}</p>
  return (
    <ul className="sessions">
      {of.map((session) => (
        <li key={session._id}>
          <a href={`${defaultPagePath}${session.slug}/`} data-sanity={edit(session, 'title')}>
            {session.title}
          </a>
          <time dateTime={session.schedule.start}>{sessionTime(session, words)}</time>
          {session.status === 'cancelled' && <strong>{statusWord(words, 'cancelled')}</strong>}
        </li>
      ))}
    </ul>
  )
}
