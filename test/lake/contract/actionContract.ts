import {describe, expect, test} from 'vitest'
import type {Target} from './target.ts'
import {rejected, useTarget} from './useTarget.ts'

export function actionContract(open: () => Promise<Target>) {
  describe('actions', () => {
    const lake = useTarget(open)
    const draftOf = (id: string) => `drafts.${id}`
    const get = (id: string) => lake.client.getDocument(id)

    const createDraft = (id: string, attributes: Record<string, unknown> = {}) =>
      lake.client.action({
        actionType: 'sanity.action.document.create',
        publishedId: id,
        attributes: {_id: draftOf(id), _type: 'guest', ...attributes},
        ifExists: 'fail',
      })
    const publish = (id: string, options: Record<string, string> = {}) =>
      lake.client.action({
        actionType: 'sanity.action.document.publish',
        publishedId: id,
        draftId: draftOf(id),
        ...options,
      })

    test('a draft can be created, published, edited and published again, and each time only the draft is removed', async () => {
      const id = lake.id('life')
      await createDraft(id, {name: 'One'})
      await expect(get(id)).resolves.toBeUndefined()
      await publish(id)
      const first = await get(id)
      expect(first).toMatchObject({name: 'One', _id: id})
      await expect(get(draftOf(id))).resolves.toBeUndefined()

      await lake.client.action({
        actionType: 'sanity.action.document.edit',
        publishedId: id,
        draftId: draftOf(id),
        patch: {set: {name: 'Two'}},
      })
      await expect(get(id)).resolves.toMatchObject({name: 'One'})
      await expect(get(draftOf(id))).resolves.toMatchObject({name: 'Two'})
      await publish(id)
      await expect(get(id)).resolves.toMatchObject({name: 'Two', _createdAt: first?._createdAt})
    })

    test('creating an existing document fails, or does nothing with ifExists: ignore', async () => {
      const id = lake.id('existing')
      await createDraft(id, {name: 'First'})
      await expect(createDraft(id)).rejects.toMatchObject(rejected(409, /already exists/))
      await lake.client.action({
        actionType: 'sanity.action.document.create',
        publishedId: id,
        attributes: {_id: draftOf(id), _type: 'guest', name: 'Second'},
        ifExists: 'ignore',
      })
      await expect(get(draftOf(id))).resolves.toMatchObject({name: 'First'})
    })

    test('publishing fails if the draft has changed since ifDraftRevisionId', async () => {
      const id = lake.id('stale')
      await createDraft(id)
      const revision = (await get(draftOf(id)))?._rev ?? ''
      await lake.client.patch(draftOf(id)).set({name: 'Changed meanwhile'}).commit()
      await expect(publish(id, {ifDraftRevisionId: revision})).rejects.toMatchObject(
        rejected(409, /revision/i),
      )
      await expect(get(id)).resolves.toBeUndefined()
    })

    test('publishing, editing or discarding a missing document is not found', async () => {
      const id = lake.id('absent')
      await expect(publish(id)).rejects.toMatchObject({statusCode: 404})
      const edit = lake.client.action({
        actionType: 'sanity.action.document.edit',
        publishedId: id,
        draftId: draftOf(id),
        patch: {set: {name: 'X'}},
      })
      await expect(edit).rejects.toMatchObject({statusCode: 404})
      const discard = lake.client.action({
        actionType: 'sanity.action.document.discard',
        draftId: draftOf(id),
      })
      await expect(discard).rejects.toMatchObject({statusCode: 404})
    })

    test('unpublishing turns the document into a draft, and keeps an existing draft', async () => {
      const [plain, edited] = [lake.id('un-plain'), lake.id('un-edited')]
      for (const id of [plain, edited]) {
        await createDraft(id, {name: 'Published'})
        await publish(id)
      }
      await lake.client.create({_id: draftOf(edited), _type: 'guest', name: 'Newer'})
      for (const id of [plain, edited]) {
        await lake.client.action({
          actionType: 'sanity.action.document.unpublish',
          publishedId: id,
          draftId: draftOf(id),
        })
        await expect(get(id)).resolves.toBeUndefined()
      }
      await expect(get(draftOf(plain))).resolves.toMatchObject({name: 'Published'})
      await expect(get(draftOf(edited))).resolves.toMatchObject({name: 'Newer'})
    })

    test('deleting removes the drafts in includeDrafts, and fails if a draft is not listed', async () => {
      const id = lake.id('removed')
      await createDraft(id)
      await publish(id)
      await lake.client.create({_id: draftOf(id), _type: 'guest'})
      const remove = (includeDrafts: string[]) =>
        lake.client.action({
          actionType: 'sanity.action.document.delete',
          publishedId: id,
          includeDrafts,
        })
      await expect(remove([])).rejects.toMatchObject({statusCode: 409})
      await remove([draftOf(id)])
      await expect(lake.client.getDocuments([id, draftOf(id)])).resolves.toEqual([null, null])
    })

    test('a reference to a draft becomes strong when it is published', async () => {
      const [host, talk] = [lake.id('s-host'), lake.id('s-talk')]
      const weak = {
        _type: 'reference',
        _ref: host,
        _weak: true,
        _strengthenOnPublish: {type: 'guest'},
      }
      await createDraft(host)
      await createDraft(talk, {host: weak})
      await expect(publish(talk)).rejects.toMatchObject(rejected(409, /references non-existent/))
      await publish(host)
      await publish(talk)
      await expect(get(talk)).resolves.toMatchObject({host: {_type: 'reference', _ref: host}})
      expect((await get(talk))?.host).not.toHaveProperty('_weak')
    })

    test('drafts that refer to each other can be published in one call, in any order, and their references become strong', async () => {
      const [host, talk] = [lake.id('both-host'), lake.id('both-talk')]
      const weakTo = (id: string) => ({
        _type: 'reference',
        _ref: id,
        _weak: true,
        _strengthenOnPublish: {type: 'guest'},
      })
      await createDraft(host, {talk: weakTo(talk)})
      await createDraft(talk, {host: weakTo(host)})
      await lake.client.action(
        [talk, host].map((id) => ({
          actionType: 'sanity.action.document.publish' as const,
          publishedId: id,
          draftId: draftOf(id),
        })),
      )
      expect((await get(talk))?.host).toEqual({_type: 'reference', _ref: host})
      expect((await get(host))?.talk).toEqual({_type: 'reference', _ref: talk})
    })

    test('if one of several drafts has changed, none is published, and the error has the index of its action', async () => {
      const [a, b] = [lake.id('one-a'), lake.id('one-b')]
      await createDraft(a)
      await createDraft(b)
      const revisions = await Promise.all([a, b].map((id) => get(draftOf(id))))
      await lake.client.patch(draftOf(b)).set({name: 'Changed meanwhile'}).commit()
      const publishing = lake.client.action(
        [a, b].map((id, index) => ({
          actionType: 'sanity.action.document.publish' as const,
          publishedId: id,
          draftId: draftOf(id),
          ifDraftRevisionId: revisions[index]?._rev ?? '',
        })),
      )
      await expect(publishing).rejects.toMatchObject({
        statusCode: 409,
        details: {items: [{index: 1}]},
      })
      await expect(lake.client.getDocuments([a, b])).resolves.toEqual([null, null])
    })

    test('several actions are one transaction', async () => {
      const [a, b] = [lake.id('m-a'), lake.id('m-b')]
      await createDraft(a)
      const actions = [a, b].map((id) => ({
        actionType: 'sanity.action.document.publish' as const,
        publishedId: id,
        draftId: draftOf(id),
      }))
      await expect(lake.client.action(actions)).rejects.toMatchObject({statusCode: 404})
      await expect(get(a)).resolves.toBeUndefined()
    })

    test('an edit without changes still creates the draft', async () => {
      const id = lake.id('guarded')
      await createDraft(id)
      await publish(id)
      await lake.client.action({
        actionType: 'sanity.action.document.edit',
        publishedId: id,
        draftId: draftOf(id),
        patch: {unset: ['_empty_action_guard_pseudo_field_']},
      })
      await expect(get(draftOf(id))).resolves.toMatchObject({_type: 'guest'})
    })

    test('an unknown action is rejected, and the other actions do not run', async () => {
      const request = lake.client.request({
        method: 'POST',
        url: `/data/actions/${lake.client.config().dataset}`,
        body: {actions: [{actionType: 'sanity.action.document.explode'}]},
      })
      await expect(request).rejects.toMatchObject({statusCode: 400})
    })
  })
}
