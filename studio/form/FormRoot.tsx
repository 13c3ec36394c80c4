import {fieldsOf, publishedId, textOf} from '@touchpoints/schemas/reading'
import {type ReactNode, useEffect, useMemo, useRef, useState, useSyncExternalStore} from 'react'
import {type ObjectInputProps, useEditState} from 'sanity'

import {FormContext} from './FormContext.ts'
import {CalmValidation} from './CalmValidation.tsx'
import {createFormVisits} from './formVisits.ts'
import {NeededFields} from './NeededFields.tsx'
import {PendingReferences} from './PendingReferences.tsx'
import {publishAttempts} from './publishAttempts.ts'
import {SeriesFillNote} from './SeriesFillNote.tsx'
import {isUndated} from './undatedSession.ts'
import {UndatedNote} from './UndatedNote.tsx'
import {FormDocument} from './useUnstoredInput.ts'

interface FormRootProps extends ObjectInputProps {
  children: ReactNode
}

/**
 * The form of a document: keeps which fields someone has visited, and lists above the fields what is needed to
 * publish. A published document has been complete, so all that is wrong in it is shown at once.
 */
export function FormRoot({children, ...props}: FormRootProps) {
  const id = publishedId(textOf(props.value?.['_id']) ?? '')
  const type = props.schemaType.name
  const visits = useMemo(() => createFormVisits(), [])
  const {draft, published} = useEditState(id, type)
  const isPublished = published !== null
  // The form of "Schedule next" begins with a series. It has a date if the series has an open one.
  const [isBegun] = useState(
    () => type === 'touchpoint' && !draft && !isPublished && !isVersion(props.value),
  )
  const [wasUndated] = useState(() => isUndated(props.value))
  const isBegunUndated = isBegun && wasUndated && isUndated(props.value)
  const isAttempted = useSyncExternalStore(publishAttempts.subscribe, () => publishAttempts.has(id))
  useEffect(() => {
    if (isPublished || isAttempted) visits.revealAll()
  }, [visits, isPublished, isAttempted])
  // Someone else's change of the series arrives here too, and their Studio fills the fields.
  const isUsed = useRef(false)
  return (
    <FormContext value={visits}>
      <FormDocument value={id}>
        <div onFocusCapture={() => (isUsed.current = true)}>
          <PendingReferences document={props.value}>
            <NeededFields {...props} isAttempted={isAttempted} isBegunUndated={isBegunUndated} />
            {isBegunUndated && <UndatedNote />}
            {type === 'touchpoint' && !isPublished && (
              <SeriesFillNote form={props} id={id} isUsed={isUsed} />
            )}
            <CalmValidation visits={visits} document={props.value}>
              {children}
            </CalmValidation>
          </PendingReferences>
        </div>
      </FormDocument>
    </FormContext>
  )
}

function isVersion(document: unknown): boolean {
  return textOf(fieldsOf(document)['_id'])?.startsWith('versions.') === true
}
