/** Counts the interactions of an editor. */
export interface ActCounter {
  /** Runs one interaction: a click, a key that acts such as Enter, or a text typed into a field. */
  act: (interaction: Promise<unknown>) => Promise<void>
  count: () => number
}

/**
 * Counts what an editor does, so that a test can limit it. Waiting is no interaction.
 *
 * @example
 * const {act, count} = countActs()
 * await act(page.getByRole('button', {name: 'Cancel session…'}).click())
 * await act(page.getByLabel('Cancellation reason').fill('The guest is ill'))
 * await act(page.keyboard.press('Enter'))
 * expect(count()).toBeLessThanOrEqual(3)
 */
export function countActs(): ActCounter {
  let interactions = 0
  return {
    act: async (interaction) => {
      interactions += 1
      await interaction
    },
    count: () => interactions,
  }
}
