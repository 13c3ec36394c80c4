export type AnyFunction = (...parameters: never[]) => unknown

/**
 * Replaces a function of a module or an object. The new one keeps the properties of the original one: `util.promisify`
 * reads some, which are symbols. Call `syncBuiltinESMExports` after a function of Node's own modules.
 */
export function replaceFunction<Name extends string>(
  owner: Record<Name, AnyFunction>,
  name: Name,
  change: (original: AnyFunction) => AnyFunction,
) {
  const original = owner[name]
  const changed = change(original)
  Object.defineProperties(changed, Object.getOwnPropertyDescriptors(original))
  Object.assign(owner, {[name]: changed})
}
