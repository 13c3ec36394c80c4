/** A static build that cannot be complete. It ends the build: a site of error pages would replace a good one. */
export class BuildError extends Error {
  override readonly name = 'BuildError'

  /** @param reason - why, and what to do, in sentences */
  constructor(reason: string, options?: ErrorOptions) {
    super(`The site was not built. ${reason}`, options)
    // Astro prints the stack. Where in the program it happened is of no use to the reader.
    this.stack = `${this.name}: ${this.message}`
  }
}
