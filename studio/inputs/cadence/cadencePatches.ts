import type {Cadence} from '@touchpoints/calendar/time'
import {type Fields, itemsOf} from '@touchpoints/schemas/reading'
import {type FormPatch, insert, type Path, set, setIfMissing, unset} from 'sanity'

import {type DateChange, withChange, withoutChange} from '../../cadence/exceptions.ts'
import type {PreviewDate} from '../../cadence/readCadencePreview.ts'
import {newSlot, type SlotChange} from '../../cadence/slot.ts'
import {newKey} from '../../documents/newKey.ts'

type List = 'slots' | 'breaks' | 'exceptions'

interface PatchOptions {
  /** The stored cadence. */
  value: Fields | undefined
  onChange: (patches: FormPatch | FormPatch[]) => void
  /** IANA id of the zone of a new slot. */
  timeZone: string
  /** UTC instant. */
  now: string
}

/** Returns the changes that an editor can make to a cadence. Each changes only the fields it names. */
export function cadencePatches({value, onChange, timeZone, now}: PatchOptions) {
  const create = (list: List) => [setIfMissing({_type: 'cadence'}), setIfMissing([], [list])]
  const append = (list: List, item: Fields) =>
    onChange([...create(list), insert([{...item, _key: newKey()}], 'after', [list, -1])])
  const setExceptions = (exceptions: readonly Fields[]) =>
    onChange(exceptions.length === 0 ? unset(['exceptions']) : set(exceptions, ['exceptions']))
  return {
    change: (list: List, at: Path[number], change: SlotChange) =>
      onChange(
        Object.entries(change).map(([field, next]) =>
          next === undefined ? unset([list, at, field]) : set(next, [list, at, field]),
        ),
      ),
    remove: (list: List, at: Path[number]) => onChange(unset([list, at])),
    clear: () => onChange(unset()),
    /** A further slot starts as a copy of the last one, because most differ in one field. */
    addSlot: () => {
      const last = itemsOf(value?.['slots']).at(-1)?.item
      append('slots', {...(last ?? newSlot({timeZone, now}))})
    },
    addBreak: () => append('breaks', {_type: 'cadenceBreak'}),
    changeDate: ({given, shared}: PreviewDate, change: DateChange) =>
      setExceptions(withChange(value?.['exceptions'], given, change, {key: newKey(), shared})),
    restoreDate: ({given}: PreviewDate) =>
      setExceptions(withoutChange(value?.['exceptions'], given)),
    /** Replaces the slots by those that were read from words. Exceptions and breaks in the words are added. */
    useCadence: ({slots, exceptions, breaks}: Cadence) =>
      onChange([
        setIfMissing({_type: 'cadence'}),
        set(items(slots, 'recurrence'), ['slots']),
        ...added('exceptions', items(exceptions, 'cadenceException')),
        ...added('breaks', items(breaks, 'cadenceBreak')),
      ]),
  }
}

function items(values: readonly object[], type: string): Fields[] {
  return values.map((value) => ({...withoutAbsent(value), _type: type, _key: newKey()}))
}

/** Stored documents have no field for an absent value. */
function withoutAbsent(value: object): Fields {
  return Object.fromEntries(
    Object.entries(value).filter(([, each]) => each !== null && each !== undefined),
  )
}

function added(list: List, values: readonly Fields[]): FormPatch[] {
  if (values.length === 0) return []
  return [setIfMissing([], [list]), insert([...values], 'after', [list, -1])]
}
