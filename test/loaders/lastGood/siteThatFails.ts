import {createLoader, type LoaderSettings} from '../../../loaders/index.ts'
import {lastGood, memoryAnswers, type AnswerStore} from '../../../loaders/lastGood/index.ts'
import {failingClient} from '../../support/failingClient.ts'
import {memoryClient} from '../../support/memoryClient.ts'
import {recordingLogger} from '../../support/recordingLogger.ts'
import {readContent} from '../../support/readContent.ts'

const updated = {_updatedAt: '2024-01-01T00:00:00Z'}
export const content = readContent().map((document) => ({...updated, ...document}))
export const wednesday = Date.parse('2024-03-27T12:00:00Z')
export const day = 86_400_000

/** A site: a loader on a lake that can fail, with a store that outlives it and a clock that a test moves. */
export function site({
  store = recordingStore(),
  at = wednesday,
  documents = content,
  ...rest
}: Setup = {}) {
  const time = {at}
  const clock = () => time.at
  const lake = failingClient(memoryClient(documents))
  const {logger, errors} = recordingLogger()
  const answers = lastGood(store, {clock, logger})
  const loader = createLoader({
    client: lake.client,
    now: () => new Date(time.at),
    clock,
    timeout: 20,
    lastGood: answers,
    calendars: async ({touchpoints}) => ({events: [], problems: [], received: touchpoints.length}),
    ...rest,
  })
  return {loader, lake, store, answers, time, errors}
}

export type Setup = Partial<LoaderSettings> & {
  store?: ReturnType<typeof recordingStore>
  at?: number
  documents?: readonly object[]
}

export function recordingStore(inner: AnswerStore = memoryAnswers()) {
  const texts = new Map<string, string>()
  return {
    texts,
    get: (key: string) => inner.get(key),
    set: (key: string, text: string) => {
      texts.set(key, text)
      return inner.set(key, text)
    },
    removeWhere: (isOutdated: (text: string) => boolean) => inner.removeWhere(isOutdated),
  }
}
