import {hostedFeatures, hostedLine} from '../../../lake/routes/hostedOnlyRoutes.ts'

/** Returns the line of a feature in a text, such as the output of a program. */
export function hostedReasonIn(text: string): string | undefined {
  return Object.values(hostedFeatures)
    .map(hostedLine)
    .find((line) => text.includes(line))
}
