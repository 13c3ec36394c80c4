import {findingCodes} from '@touchpoints/schemas/registry'

import {ConfigurationError} from '../errors.ts'
import type {ExtensionRule} from './extension.ts'

interface Ruled {
  readonly rules?: readonly ExtensionRule[]
}

/** Programs in plain JavaScript can pass anything. */
interface Unchecked {
  readonly check?: unknown
}

function hasCheck({check}: Unchecked): boolean {
  return typeof check === 'function'
}

/**
 * Checks that the code of a rule says which rule reported a finding. One rule may be in the lists of several types.
 *
 * @throws ConfigurationError for a code in another form, of a rule of the package, or of two rules
 */
export function checkRuleCodes(types: readonly (readonly [type: string, added: Ruled])[]): void {
  const ruleOf = new Map<string, ExtensionRule>()
  for (const [type, {rules = []}] of types) {
    for (const [index, rule] of rules.entries()) {
      const {code} = rule
      if (!hasCheck(rule)) {
        throw new ConfigurationError(
          `${type}.rules`,
          `The rule "${code}" of ${type} has no function "check". Use {code, check: (document) => […]}.`,
        )
      }
      const refuse = (why: string) => {
        throw new ConfigurationError(
          `${type}.rules`,
          `The rule "${code}" of ${type} ${why} Use lower-case words with hyphens that no other rule has, such as venue-capacity.`,
        )
      }
      if (!/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(code)) refuse('has a code in another form.')
      if (findingCodes.some((own) => own === code)) {
        refuse('has the code of a rule of the package.')
      }
      const known = ruleOf.get(code)
      if (known !== undefined && (known !== rule || rules.indexOf(rule) !== index)) {
        refuse('has the code of another rule of the extension.')
      }
      ruleOf.set(code, rule)
    }
  }
}
