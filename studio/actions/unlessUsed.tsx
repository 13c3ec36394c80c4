import {useToast} from '@sanity/ui/toast'
import {apiVersion} from '@touchpoints/schemas/defaults'
import {useState} from 'react'
import {type DocumentActionComponent, useClient} from 'sanity'

import {readReferrers, type Referrers} from '../acts/remove/referrers.ts'
import {ReferrersDialog} from '../acts/remove/ReferrersDialog.tsx'
import {messageOf} from '../messageOf.ts'

/**
 * Wraps Sanity's Delete or Unpublish: if other documents use the document, a dialog lists them and says what to do.
 *
 * Sanity's own dialog offers "Delete anyway", which the Content Lake then rejects.
 *
 * @param verb - what the editor chose, such as "Delete"
 */
export function unlessUsed(remove: DocumentActionComponent, verb: string): DocumentActionComponent {
  const action: DocumentActionComponent = (props) => {
    const original = remove(props)
    const client = useClient({apiVersion})
    const toast = useToast()
    const [referrers, setReferrers] = useState<Referrers>()
    if (!original) return null
    const check = async () => {
      try {
        const found = await readReferrers(client, props.id)
        if (found.documents.length > 0) setReferrers(found)
        else original.onHandle?.()
      } catch (error) {
        toast.push({
          status: 'error',
          title: `Could not check what uses this document (${messageOf(error)}). Try again.`,
        })
      }
    }
    return {
      ...original,
      onHandle: () => void check(),
      dialog: referrers
        ? {
            type: 'custom',
            component: (
              <ReferrersDialog
                verb={verb}
                type={props.type}
                referrers={referrers}
                onClose={() => setReferrers(undefined)}
              />
            ),
          }
        : original.dialog,
    }
  }
  return Object.assign(action, {
    ...(remove.action !== undefined && {action: remove.action}),
    displayName: `${verb}UnlessUsedAction`,
  })
}
