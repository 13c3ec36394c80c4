import {createHash} from 'node:crypto'
import type {MessagePort} from 'node:worker_threads'
import type {CalendarReader} from '../../calendarReader.ts'
import {TextRefused, type FeedGuard} from '../feedGuard.ts'
import type {FromThread, Quarantined, ToThread} from './messages.ts'

/**
 * Serves the requests of the main thread.
 *
 * Before it works on a feed, it sends the feed's id and the hash of the text, so that the main thread
 * knows the cause if the work does not end.
 *
 * @param createReader - creates the reader, with the guard that reports its work
 */
export function serveRequests(
  port: MessagePort,
  createReader: (guard: FeedGuard) => CalendarReader,
): void {
  const send = (message: FromThread) => port.postMessage(message)
  const quarantined = new Map<string, Quarantined>()
  const read = createReader(reportingGuard(send, quarantined))
  // The first message says that the thread is ready.
  send({kind: 'idle'})

  port.on('message', (message: ToThread) => {
    if (message.kind === 'ping') {
      send({kind: 'pong'})
      return
    }
    quarantined.clear()
    for (const each of message.quarantined) quarantined.set(each.id, each)
    const {number, request} = message
    read(request).then(
      (result) => send({kind: 'result', number, result}),
      (error: unknown) => send({kind: 'failed', number, error}),
    )
  })
}

function reportingGuard(
  send: (message: FromThread) => void,
  quarantined: ReadonlyMap<string, Quarantined>,
): FeedGuard {
  /** The hash of each feed's text. Hashing 6 MB takes 10 ms, and a text is used many times. */
  const hashes = new Map<string, {text: string; hash: string}>()

  function hashOf(id: string, text: string): string {
    const known = hashes.get(id)
    if (known?.text === text) return known.hash
    const hash = createHash('sha256').update(text).digest('base64url')
    hashes.set(id, {text, hash})
    return hash
  }

  return {
    refusal(id, url) {
      const bad = quarantined.get(id)
      return bad?.url === url ? bad.fault : undefined
    },
    run({id, text}, work) {
      const hash = hashOf(id, text)
      const bad = quarantined.get(id)
      // An earlier copy of the same feed is still shown.
      if (bad?.text === hash) throw new TextRefused(bad.fault)
      send({kind: 'working', id, text: hash})
      try {
        return work()
      } finally {
        send({kind: 'idle'})
      }
    },
  }
}
