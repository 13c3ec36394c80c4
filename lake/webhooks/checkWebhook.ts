import {InvalidInputFault} from '../faults.ts'
import {DestinationError, type Destinations} from './destinations.ts'
import type {NewWebhook} from './webhook.ts'

interface Checks {
  destinations: Pick<Destinations, 'assertAllowed'>
  /** Checks GROQ. @throws QuerySyntaxFault */
  checkExpression: (expression: string) => void
}

/** @throws InvalidInputFault if the host is not allowed @throws QuerySyntaxFault if the GROQ does not parse */
export function checkWebhook(
  {url, rule: {filter, projection}}: NewWebhook,
  {destinations, checkExpression}: Checks,
) {
  for (const expression of [filter, projection]) {
    if (expression?.trim()) checkExpression(expression)
  }
  try {
    destinations.assertAllowed(url)
  } catch (error) {
    if (error instanceof DestinationError) throw new InvalidInputFault(error.message)
    throw error
  }
}
