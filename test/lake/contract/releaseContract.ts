import {describe, expect, test} from 'vitest'
import {testNow} from '../../support/clock/testNow.ts'
import type {Target} from './target.ts'
import {useTarget} from './useTarget.ts'

export function releaseContract(open: () => Promise<Target>) {
  describe('releases', () => {
    const lake = useTarget(open)
    const get = (id: string) => lake.client.getDocument(id)
    const nameOf = (name: string) => `r${lake.id(name).replaceAll('-', '')}`

    /** Creates a release that changes one guest, creates another and unpublishes a third. */
    async function prepared(name: string) {
      const releaseId = nameOf(name)
      const [changed, created, deleted] = ['changed', 'created', 'deleted'].map((suffix) =>
        lake.id(`${name}-${suffix}`),
      )
      if (!changed || !created || !deleted) throw new Error('unreachable')
      await lake.client.mutate([
        {create: {_id: changed, _type: 'guest', name: 'Before'}},
        {create: {_id: deleted, _type: 'guest', name: 'Leaving'}},
      ])
      await lake.client.releases.create({releaseId, metadata: {title: name, releaseType: 'asap'}})
      const version = (id: string) => `versions.${releaseId}.${id}`
      for (const [id, text] of [
        [changed, 'After'],
        [created, 'New'],
      ] as const) {
        await lake.client.createVersion({
          publishedId: id,
          releaseId,
          document: {_id: version(id), _type: 'guest', name: text},
        })
      }
      await lake.client.unpublishVersion({publishedId: deleted, releaseId})
      return {releaseId, changed, created, deleted, version}
    }

    test('a new release is active, can be edited and is found by its name', async () => {
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

    test('an edit can change only the metadata, because other actions change the state', async () => {
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

    test('its perspective shows the result, and publishing applies it in one step', async () => {
      const {releaseId, changed, created, deleted, version} = await prepared('published')
      const query = '*[_id in $ids] | order(name asc).name'
      const params = {ids: [changed, created, deleted]}
      const result = await lake.client.fetch(query, params, {perspective: [releaseId]})
      expect(result).toEqual(['After', 'New'])
      await expect(lake.client.fetch(query, params)).resolves.toEqual(['Before', 'Leaving'])

      await lake.client.releases.publish({releaseId})
      await expect(lake.client.fetch(query, params)).resolves.toEqual(['After', 'New'])
      await expect(get(version(changed))).resolves.toBeUndefined()
      await expect(lake.client.releases.get({releaseId})).resolves.toMatchObject({
        state: 'published',
      })
    })

    test('archiving a release removes its versions, and unarchiving restores them', async () => {
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

    test('a scheduled release is published at its time', async () => {
      const {releaseId, created} = await prepared('scheduled')
      const later = new Date(testNow().getTime() + 3_600_000).toISOString()
      await lake.client.releases.schedule({releaseId, publishAt: later})
      await expect(lake.client.releases.get({releaseId})).resolves.toMatchObject({
        state: 'scheduled',
        publishAt: later,
      })
      await lake.client.releases.unschedule({releaseId})
      await expect(get(created)).resolves.toBeUndefined()
      const soon = new Date(testNow().getTime() + 100).toISOString()
      await lake.client.releases.schedule({releaseId, publishAt: soon})
      await expect.poll(() => get(created), {timeout: 30_000}).toMatchObject({name: 'New'})
    })
  })
}
