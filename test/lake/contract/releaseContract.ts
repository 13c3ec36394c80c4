import {describe, expect, test} from 'vitest'
import {testNow} from '../../support/clock/testNow.ts'
import type {Target} from './target.ts'
import {useTarget} from './useTarget.ts'

export function releaseContract(open: () => Promise<Target>) {
  describe('releases', () => {
    const lake = useTarget(open)
    const get = (id: string) => lake.client.getDocument(id)
    const nameOf = (name: string) => `r${lake.id(name).replaceAll('-', '')}`

    /** A release that changes one guest, makes another and unpublishes a third. */
    async function prepared(name: string) {
      const releaseId = nameOf(name)
      const [changed, made, gone] = ['changed', 'made', 'gone'].map((one) =>
        lake.id(`${name}-${one}`),
      )
      if (!changed || !made || !gone) throw new Error('unreachable')
      await lake.client.mutate([
        {create: {_id: changed, _type: 'guest', name: 'Before'}},
        {create: {_id: gone, _type: 'guest', name: 'Leaving'}},
      ])
      await lake.client.releases.create({releaseId, metadata: {title: name, releaseType: 'asap'}})
      const version = (id: string) => `versions.${releaseId}.${id}`
      for (const [id, text] of [
        [changed, 'After'],
        [made, 'New'],
      ] as const) {
        await lake.client.createVersion({
          publishedId: id,
          releaseId,
          document: {_id: version(id), _type: 'guest', name: text},
        })
      }
      await lake.client.unpublishVersion({publishedId: gone, releaseId})
      return {releaseId, changed, made, gone, version}
    }

    test('one is made active, edited, and seen by its name', async () => {
      const releaseId = nameOf('edited')
      await lake.client.releases.create({releaseId, metadata: {title: 'Spring'}})
      await lake.client.releases.edit({releaseId, patch: {set: {'metadata.title': 'Summer'}}})
      await expect(lake.client.releases.get({releaseId})).resolves.toMatchObject({
        _id: `_.releases.${releaseId}`,
        name: releaseId,
        state: 'active',
        metadata: {title: 'Summer', releaseType: 'undecided'},
      })
      await expect(lake.client.releases.create({releaseId})).rejects.toMatchObject({
        statusCode: 409,
      })
    })

    test('an edit changes metadata alone: its state has actions of its own', async () => {
      const releaseId = nameOf('forged')
      await lake.client.releases.create({releaseId})
      for (const patch of [
        {set: {state: 'published'}},
        {unset: ['name']},
        {set: {metadataOfMine: 1}},
      ]) {
        const edit = lake.client.releases.edit({releaseId, patch})
        await expect(edit).rejects.toMatchObject({statusCode: 400})
      }
      const patch = {set: {metadata: {title: 'Whole'}}, unset: ['metadata.description']}
      await lake.client.releases.edit({releaseId, patch})
      const release = await lake.client.releases.get({releaseId})
      expect(release).toMatchObject({state: 'active', metadata: {title: 'Whole'}})
    })

    test('its perspective shows what will be, and publishing makes it so at once', async () => {
      const {releaseId, changed, made, gone, version} = await prepared('published')
      const query = '*[_id in $ids] | order(name asc).name'
      const params = {ids: [changed, made, gone]}
      const ahead = await lake.client.fetch(query, params, {perspective: [releaseId]})
      expect(ahead).toEqual(['After', 'New'])
      await expect(lake.client.fetch(query, params)).resolves.toEqual(['Before', 'Leaving'])

      await lake.client.releases.publish({releaseId})
      await expect(lake.client.fetch(query, params)).resolves.toEqual(['After', 'New'])
      await expect(get(version(changed))).resolves.toBeUndefined()
      await expect(lake.client.releases.get({releaseId})).resolves.toMatchObject({
        state: 'published',
      })
    })

    test('an archived one puts its versions away, and unarchived brings them back', async () => {
      const {releaseId, changed, version} = await prepared('archived')
      await lake.client.releases.archive({releaseId})
      await expect(get(version(changed))).resolves.toBeUndefined()
      await expect(lake.client.releases.publish({releaseId})).rejects.toMatchObject({
        statusCode: 409,
      })
      await lake.client.releases.unarchive({releaseId})
      await expect(get(version(changed))).resolves.toMatchObject({name: 'After'})
      await lake.client.releases.archive({releaseId})
      await lake.client.releases.delete({releaseId})
      await expect(lake.client.releases.get({releaseId})).resolves.toBeUndefined()
    })

    test('a scheduled one is published when its time has come', async () => {
      const {releaseId, made} = await prepared('scheduled')
      const later = new Date(testNow().getTime() + 3_600_000).toISOString()
      await lake.client.releases.schedule({releaseId, publishAt: later})
      await expect(lake.client.releases.get({releaseId})).resolves.toMatchObject({
        state: 'scheduled',
        publishAt: later,
      })
      await lake.client.releases.unschedule({releaseId})
      await expect(get(made)).resolves.toBeUndefined()
      const soon = new Date(testNow().getTime() + 100).toISOString()
      await lake.client.releases.schedule({releaseId, publishAt: soon})
      await expect.poll(() => get(made), {timeout: 30_000}).toMatchObject({name: 'New'})
    })
  })
}
