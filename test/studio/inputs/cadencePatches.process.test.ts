import {type FormPatch, toMutationPatches} from 'sanity'
import {describe, expect, it} from 'vitest'

import {fieldsOf, type Fields} from '../../../schemas/reading/index.ts'
import {applyPatch} from '../../../lake/mutations/patch.ts'
import {cadencePatches} from '../../../studio/inputs/cadence/cadencePatches.ts'

type Patches = ReturnType<typeof cadencePatches>

const now = '2026-01-07T10:00:00Z'

/** Applies an editor's changes to a cadence one after the other, as the Content Lake stores them. */
function edit(value: Fields | undefined, ...changes: ((patches: Patches) => void)[]) {
  let cadence = value
  for (const change of changes) {
    const patched: FormPatch[] = []
    const onChange = (patches: FormPatch | FormPatch[]) => void patched.push(...[patches].flat())
    change(cadencePatches({value: cadence, onChange, timeZone: 'Europe/Berlin', now}))
    const atRoot = patched.map((patch) => ({...patch, path: ['cadence', ...patch.path]}))
    const document = toMutationPatches(atRoot).reduce(
      (stored, patch) => applyPatch(stored, patch, 'series'),
      {_id: 'series', _type: 'series', ...(cadence && {cadence})},
    )
    cadence = 'cadence' in document ? fieldsOf(document.cadence) : undefined
  }
  return cadence
}

const slot = {
  _key: 'a',
  _type: 'recurrence',
  frequency: 'weekly',
  interval: 1,
  weekdays: ['TU'],
  time: '16:00',
  timeZone: 'Europe/Berlin',
  startDate: '2026-01-13',
}
const tuesdays = {_type: 'cadence', slots: [slot]}
const date = {
  instant: '2026-01-20T15:00:00Z',
  text: '',
  given: {date: '2026-01-20', time: '16:00', timeZone: 'Europe/Berlin'},
  shared: false,
}

describe('a change of a cadence', () => {
  it('creates it with a slot in the zone of the community', () => {
    expect(edit(undefined, ({addSlot}) => addSlot())).toMatchObject({
      _type: 'cadence',
      slots: [{_type: 'recurrence', _key: expect.any(String), timeZone: 'Europe/Berlin'}],
    })
  })

  it('writes and removes only the named fields of one slot', () => {
    const monthly = {frequency: 'monthly', ordinals: [1], weekdays: undefined}
    expect(edit(tuesdays, ({change}) => change('slots', {_key: 'a'}, monthly))).toEqual({
      _type: 'cadence',
      slots: [expect.not.objectContaining({weekdays: expect.anything()})],
    })
  })

  it('starts a further slot as a copy with a key of its own', () => {
    const slots: unknown = edit(tuesdays, ({addSlot}) => addSlot())?.['slots']
    expect(slots).toMatchObject([slot, {...slot, _key: expect.not.stringMatching(/^a$/)}])
  })

  it('skips a date and restores it, and leaves no empty list', () => {
    const skipped = edit(tuesdays, ({changeDate}) =>
      changeDate(date, {kind: 'skipped', reason: 'Summit'}),
    )
    expect(skipped).toMatchObject({
      exceptions: [{_type: 'cadenceException', kind: 'skipped', date: '2026-01-20'}],
    })
    expect(edit(skipped, ({restoreDate}) => restoreDate(date))).toEqual(tuesdays)
  })

  it('uses a cadence that was read from words, without fields that have no value', () => {
    const {_key, _type, ...read} = {
      ...slot,
      frequency: 'weekly' as const,
      weekdays: ['WE'] as const,
    }
    const cadence = {slots: [{...read, endDate: null}], exceptions: [], breaks: []}
    expect(edit(tuesdays, ({useCadence}) => useCadence(cadence))).toEqual({
      _type: 'cadence',
      slots: [{...read, _type, _key: expect.any(String)}],
    })
  })

  it('adds a break, and removes it by its key', () => {
    const withBreak = edit(tuesdays, ({addBreak}) => addBreak())
    expect(withBreak).toMatchObject({breaks: [{_type: 'cadenceBreak'}]})
    const [added] = Array.isArray(withBreak?.['breaks']) ? withBreak['breaks'] : []
    expect(edit(withBreak, ({remove}) => remove('breaks', {_key: added._key}))).toMatchObject({
      breaks: [],
    })
  })

  it('removes the whole cadence', () => {
    expect(edit(tuesdays, ({clear}) => clear())).toBeUndefined()
  })
})
