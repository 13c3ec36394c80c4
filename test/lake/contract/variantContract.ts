import {createClient} from '@sanity/client'
import {describe, expect, test} from 'vitest'
import type {Target} from './target.ts'
import {useTarget} from './useTarget.ts'

export function variantContract(open: () => Promise<Target>) {
  describe('definitions of variants', () => {
    const lake = useTarget(open)
    const idOf = (name: string) => lake.id(name).replaceAll('-', '')

    /** The client has no types for these actions yet, and only version X of the API has them. */
    async function act(name: 'create' | 'edit' | 'delete', fields: Record<string, unknown>) {
      const {projectId, dataset, ...config} = lake.client.config()
      const client = createClient({...config, projectId: projectId ?? '', apiVersion: 'X'})
      return client.request<unknown>({
        url: `/data/actions/${dataset}`,
        method: 'POST',
        body: {actions: [{actionType: `sanity.action.variant.definition.${name}`, ...fields}]},
      })
    }
    const get = (variantId: string) => lake.client.getDocument(`_.variants.${variantId}`)

    test('a definition is created with defaults, edited and deleted', async () => {
      const variantId = idOf('loyal')
      await act('create', {variantId, conditions: {audience: 'loyal'}})
      await expect(get(variantId)).resolves.toMatchObject({
        _type: 'system.variant',
        name: variantId,
        conditions: {audience: 'loyal'},
        priority: 0,
      })
      await act('edit', {variantId, patch: {set: {priority: 10, 'metadata.title': 'Loyal'}}})
      await expect(get(variantId)).resolves.toMatchObject({
        priority: 10,
        metadata: {title: 'Loyal'},
      })
      await act('delete', {variantId})
      await expect(get(variantId)).resolves.toBeUndefined()
    })

    test('a definition exists once, and only an existing one is edited or deleted', async () => {
      const variantId = idOf('once')
      await act('create', {variantId})
      await expect(act('create', {variantId})).rejects.toMatchObject({statusCode: 409})
      const missing = idOf('missing')
      await expect(act('edit', {variantId: missing, patch: {set: {priority: 1}}})).rejects.toThrow(
        'was not found',
      )
      await expect(act('delete', {variantId: missing})).rejects.toThrow('was not found')
      await expect(act('delete', {variantId, ifRevisionId: 'other'})).rejects.toMatchObject({
        statusCode: 409,
      })
      await act('delete', {variantId})
    })

    test('invalid ids, conditions and patches are rejected', async () => {
      const variantId = idOf('invalid')
      const rejected = {statusCode: 400}
      await expect(act('create', {variantId: 'a.b'})).rejects.toMatchObject(rejected)
      for (const conditions of [{Audience: 'loyal'}, {_audience: 'loyal'}, {audience: ''}]) {
        await expect(act('create', {variantId, conditions})).rejects.toMatchObject(rejected)
      }
      await act('create', {variantId})
      for (const set of [{name: 'other'}, {conditions: {Audience: 'x'}}, {priority: 'high'}]) {
        await expect(act('edit', {variantId, patch: {set}})).rejects.toMatchObject(rejected)
      }
      await expect(get(variantId)).resolves.toMatchObject({name: variantId, priority: 0})
      await act('delete', {variantId})
    })
  })
}
