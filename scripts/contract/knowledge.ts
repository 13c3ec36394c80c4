import type {SuiteKnowledge} from './judgeSuite.ts'

/** The integration tests of `@sanity/client`. */
export const clientKnowledge = {
  notApplicable: [
    {
      name: 'test/integration/agentActions.integration.test.ts',
      reason: 'Needs Agent Actions, a paid service with a language model.',
    },
    {
      name: 'test/integration/mediaLibrary.integration.test.ts',
      reason: 'Needs a Media Library, a paid feature of an organization.',
    },
  ],
  knownFailures: [],
} satisfies SuiteKnowledge

/** Sanity's e2e specs, for every Studio. */
export const e2eKnowledge = {
  notApplicable: [
    {
      name: 'presentation/presentation.spec.ts',
      reason: 'Needs the internet: its preview is a page of sanity.dev.',
    },
  ],
  knownFailures: [],
} satisfies SuiteKnowledge
