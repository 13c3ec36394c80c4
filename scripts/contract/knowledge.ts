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

const countsListeners = {
  name: 'desk/documentList.spec.ts › navigating document creates only one listener connection',
  reason: 'Counts one request for a listener. The redirect of an event stream is a second one.',
}

const listsPublicationTwice =
  'Studio 5 lists the last publication twice until the document changes again: an edit and the publication have the same id, and its events keep both (fixed in Studio 6).'

const studioFailures: Readonly<Record<number, SuiteKnowledge['knownFailures']>> = {
  5: [
    countsListeners,
    {
      name: 'document-actions/restore.spec.ts › documents can be restored to an earlier revision',
      reason: listsPublicationTwice,
    },
    {
      name: 'document-actions/restore.spec.ts › respects removed restore action',
      reason: listsPublicationTwice,
    },
  ],
  6: [
    countsListeners,
    {
      name: 'variants/variantTool.spec.ts › Variants create flow › suggests condition keys and values from existing variants',
      reason:
        'Creates a second variant with the same conditions. The Studio refuses it since 6.16; the spec is older.',
    },
  ],
}

/** Sanity's e2e specs, for a major version of the Studio. */
export function e2eKnowledge(studio: number): SuiteKnowledge {
  return {
    notApplicable: [
      {
        name: 'presentation/presentation.spec.ts',
        reason: 'Needs the internet: its preview is a page of sanity.dev.',
      },
    ],
    knownFailures: studioFailures[studio] ?? [],
  }
}
