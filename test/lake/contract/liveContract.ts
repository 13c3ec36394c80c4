import type {ListenEvent, LiveEvent, SanityClient} from '@sanity/client'
import {describe, expect, test} from 'vitest'
import type {Target} from './target.ts'
import {useTarget} from './useTarget.ts'

type Listened = ListenEvent<Record<string, unknown>>

export function liveContract(open: () => Promise<Target>) {
  describe('listeners', () => {
    const lake = useTarget(open)

    test('a listener receives the mutations of matching documents, with the transition', async () => {
      const type = lake.id('received-type')
      const _id = lake.id('received')
      const received = await listening(lake.client, '*[_type == $type && open == true]', {type})
      await lake.client.create({_id, _type: type, open: false})
      await lake.client.patch(_id).set({open: true}).commit()
      await lake.client.patch(_id).set({name: 'N'}).commit()
      await lake.client.patch(_id).set({open: false}).commit()
      const events = await received.mutations(3)
      expect(events.map(({transition}) => transition)).toEqual(['appear', 'update', 'disappear'])
      expect(events[1]).toMatchObject({
        documentId: _id,
        result: {name: 'N'},
        previous: {open: true},
        previousRev: events[0]?.resultRev,
        mutations: [{patch: {id: _id, set: {name: 'N'}}}],
      })
      received.stop()
    })

    test('the revisions of events form a chain through a deletion to the next creation', async () => {
      const type = lake.id('chained-type')
      const document = {_id: lake.id('chained'), _type: type}
      const received = await listening(lake.client, '*[_type == $type]', {type})
      await lake.client.create(document)
      await lake.client.patch(document._id).set({n: 1}).commit()
      await lake.client.delete(document._id)
      await lake.client.create(document)
      const [created, edited, deleted, recreated] = await received.mutations(4)
      expect(created).not.toHaveProperty('previousRev')
      expect(edited?.previousRev).toBe(created?.resultRev)
      expect(deleted).toMatchObject({
        previousRev: edited?.resultRev,
        resultRev: deleted?.transactionId,
        transition: 'disappear',
      })
      expect(recreated).not.toHaveProperty('previousRev')
      received.stop()
    })

    test('each document of a transaction has its own numbered event', async () => {
      const type = lake.id('several-type')
      const received = await listening(lake.client, '*[_type == $type]', {type})
      await lake.client.mutate(
        ['l1', 'l2'].map((id) => ({create: {_id: lake.id(id), _type: type}})),
      )
      const events = await received.mutations(2)
      expect(events.map((event) => event.transactionCurrentEvent)).toEqual([1, 2])
      expect(events.every((event) => event.transactionTotalEvents === 2)).toBe(true)
      expect(new Set(events.map((event) => event.transactionId)).size).toBe(1)
      received.stop()
    })

    test('a listener counts its own events of a transaction, because a form of the Studio is locked until it has received all of them', async () => {
      const [followed, other] = [lake.id('count-followed'), lake.id('count-other')]
      const received = await listening(lake.client, '*[_id in $ids]', {
        ids: [followed, `drafts.${followed}`],
      })
      await lake.client
        .transaction()
        .create({_id: other, _type: 'guest'})
        .create({_id: followed, _type: 'guest'})
        .create({_id: `drafts.${followed}`, _type: 'guest'})
        .commit()
      const events = await received.mutations(2)
      expect(
        events.map((event) => [event.transactionCurrentEvent, event.transactionTotalEvents]),
      ).toEqual([
        [1, 2],
        [2, 2],
      ])
      received.stop()
    })

    test('a filter that does not parse closes the listener with the reason', async () => {
      const error = await new Promise<unknown>((resolve) => {
        lake.client.listen('*[_type == ').subscribe({error: resolve})
      })
      expect(error).toMatchObject({
        name: 'ChannelError',
        message: expect.stringMatching(/^GROQ query parse error/),
      })
    })
  })

  describe('live events', () => {
    const lake = useTarget(open)

    test('a change carries a tag of every result that it affects, and drafts send no event', async () => {
      const type = lake.id('live-type')
      const [a, b] = [lake.id('live-a'), lake.id('live-b')]
      await lake.client
        .transaction()
        .create({_id: a, _type: type, name: 'A'})
        .create({_id: b, _type: lake.id('other-type'), to: {_type: 'reference', _ref: a}})
        .commit()
      const tagsOf = async (query: string, params: Record<string, unknown>) => {
        const response = await lake.client.fetch(query, params, {filterResponse: false})
        return response.syncTags ?? []
      }
      const results = [
        await tagsOf('*[_type == $type]', {type}),
        await tagsOf('*[_id == $a][0]', {a}),
        await tagsOf('*[_id == $b][0]{"to": to->name}', {b}),
        await tagsOf('count(*)', {}),
      ]
      const unrelated = await tagsOf('*[_type == "nothing-of-the-kind"]', {})

      const live = await followLive(lake.client)
      await lake.client.create({_id: `drafts.${a}`, _type: type, name: 'Draft'})
      await lake.client.patch(a).set({name: 'AA'}).commit()
      const [event] = await live.messages(1)
      for (const tags of results) expect(tags.some((tag) => event?.tags.includes(tag))).toBe(true)
      expect(unrelated.some((tag) => event?.tags.includes(tag))).toBe(false)
      await expect(lake.client.fetch('*[_id == $a][0].name', {a})).resolves.toBe('AA')
      live.stop()
    })
  })
}

/** Resolves after the welcome. From then on, the listener receives every event. */
async function listening(client: SanityClient, query: string, params: Record<string, unknown>) {
  const events: Listened[] = []
  const options = {
    events: ['welcome' as const, 'mutation' as const],
    includePreviousRevision: true,
    visibility: 'query' as const,
  }
  const subscription = client
    .listen(query, params, options)
    .subscribe((event) => void events.push(event))
  await until(() => events.some(({type}) => type === 'welcome'))
  const mutations = () => events.filter((event) => event.type === 'mutation')
  return {
    stop: () => subscription.unsubscribe(),
    async mutations(count: number) {
      await until(() => mutations().length >= count)
      return mutations()
    },
  }
}

async function followLive(client: SanityClient) {
  const events: LiveEvent[] = []
  const subscription = client.live.events().subscribe((event) => void events.push(event))
  await until(() => events.some(({type}) => type === 'welcome'))
  const messages = () => events.filter((event) => event.type === 'message')
  return {
    stop: () => subscription.unsubscribe(),
    async messages(count: number) {
      await until(() => messages().length >= count)
      return messages()
    },
  }
}

async function until(holds: () => boolean) {
  const deadline = performance.now() + 30_000
  while (!holds()) {
    if (performance.now() > deadline) throw new Error('Nothing came within 30 seconds')
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}
