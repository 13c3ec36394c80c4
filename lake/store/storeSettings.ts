import {InvalidInputFault} from '../faults.ts'
import type {Store} from './store.ts'
import {withStorageFault} from './withStorageFault.ts'

/** The Studio stores lists of recent searches and views, of a few kilobytes. */
const maxValueBytes = 64_000
const maxKeyCharacters = 500
const maxKeys = 1_000

/**
 * Stores settings of a user, after checking all of them.
 *
 * @throws InvalidInputFault if one is too large, or the user would have too many
 * @throws StorageFault if the write fails
 */
export function storeSettings(
  store: Pick<Store, 'valueNames' | 'setValue'>,
  user: string,
  settings: readonly {key: string; value: unknown}[],
) {
  for (const {key, value} of settings) {
    if (key.length > maxKeyCharacters) {
      throw new InvalidInputFault(
        `The key of a setting has ${key.length} characters. The limit is ${maxKeyCharacters}.`,
      )
    }
    const bytes = Buffer.byteLength(JSON.stringify(value ?? null))
    if (bytes > maxValueBytes) {
      throw new InvalidInputFault(
        `The setting "${key}" has ${bytes} bytes. The limit is ${maxValueBytes}.`,
      )
    }
  }
  const nameOf = (key: string) => `${user}/${key}`
  const names = new Set(store.valueNames(nameOf('')))
  for (const {key} of settings) names.add(nameOf(key))
  if (names.size > maxKeys) {
    throw new InvalidInputFault(`A user can have ${maxKeys} settings. Reuse the keys of old ones.`)
  }
  withStorageFault('setting', () => {
    for (const {key, value} of settings) store.setValue(nameOf(key), value ?? null)
  })
}
