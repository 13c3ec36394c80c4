import {Stack, TextInput} from '@sanity/ui'
import {apiVersion} from '@touchpoints/schemas/defaults'
import {type ReactNode, useState} from 'react'
import {useClient} from 'sanity'

import {LabeledControl} from '../../inputs/LabeledControl.tsx'
import {messageOf} from '../../messageOf.ts'
import {ActDialog} from '../ActDialog.tsx'
import {plannedDocuments, storeNew} from './createInPlace.ts'
import {type InPlaceType, inPlaceTypes} from './inPlaceTypes.ts'
import {createText, planSentence} from './inPlaceWords.ts'
import {likelyDuplicates} from './likelyDuplicates.ts'
import {OfferList} from './OfferList.tsx'
import {offers} from './offers.ts'
import {useNamed} from './useNamed.ts'

/** A document that the editor has selected or created. */
export interface ChosenDocument {
  /** Id of the published form. */
  id: string
  type: InPlaceType
  published: boolean
}

interface InPlaceDialogProps {
  title: string
  type: InPlaceType
  /** What the editor has typed into the field. */
  initialName?: string
  /** Name of the release in which the editor works. */
  release: string | undefined
  /** @returns why the document cannot be added, or undefined */
  onChoose: (document: ChosenDocument) => string | undefined
  onClose: () => void
  /** Further fields, such as the role in a session. */
  children?: ReactNode
}

/**
 * Adds an existing document by its name, or creates it. Likely duplicates are offered first: to create a second
 * document of the same name, the editor has to confirm it.
 */
export function InPlaceDialog(props: InPlaceDialogProps) {
  const {title, type, initialName = '', release, onChoose, onClose, children} = props
  const {label, nameLabel, hasOrganization} = inPlaceTypes[type]
  const client = useClient({apiVersion})
  const {named, reload} = useNamed(type)
  const [name, setName] = useState(initialName)
  const [organization, setOrganization] = useState('')
  const [confirmed, setConfirmed] = useState('')
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()
  const trimmed = name.trim()
  const planned = trimmed === '' ? undefined : plannedDocuments({type, name, organization}, named)

  const newNames = (planned ?? []).map(({title: text, name: own}) => String(own ?? text))
  const [duplicate] = likelyDuplicates({name}, named.own.documents)
  const exists = duplicate !== undefined && duplicate.reason !== 'similar name'
  const choose = (document: ChosenDocument) => {
    const reason = onChoose(document)
    if (reason === undefined) onClose()
    else setProblem(reason)
  }
  const create = async () => {
    if (trimmed === '') {
      setProblem(`Enter the ${nameLabel.toLowerCase()} first.`)
      return
    }
    setBusy(true)
    try {
      const current = await reload()
      const [same] = likelyDuplicates({name}, current.own.documents)
      if (same && same.reason !== 'similar name' && confirmed !== trimmed) {
        setConfirmed(trimmed)
        setProblem(`“${same.document.name}” exists already. Use it, or create another one.`)
        return
      }
      const documents = plannedDocuments({type, name, organization}, current)
      await storeNew(client, documents, release)
      choose({id: documents[0]._id, type, published: false})
    } catch (error) {
      setProblem(messageOf(error))
    } finally {
      setBusy(false)
    }
  }
  return (
    <ActDialog
      title={title}
      sentences={planned ? [planSentence(newNames)] : []}
      problem={problem}
      busy={busy}
      primary={{
        text: createText(newNames, exists),
        tone: exists ? 'default' : 'primary',
        onClick: () => void create(),
      }}
      onClose={onClose}
    >
      <Stack gap={4}>
        <LabeledControl label={nameLabel}>
          {(attributes) => (
            <TextInput
              {...attributes}
              autoFocus
              autoComplete="off"
              maxLength={200}
              value={name}
              onChange={({currentTarget}) => {
                setName(currentTarget.value)
                setProblem(undefined)
              }}
            />
          )}
        </LabeledControl>
        <OfferList
          label={`Existing: is it this ${label}?`}
          offers={offers({name}, named.own.documents)}
          onChoose={({id, published}) => choose({id, type, published})}
        />
        {hasOrganization && (
          <LabeledControl
            label="Organization"
            hint="Of a new person. Leave empty if there is none."
          >
            {(attributes) => (
              <TextInput
                {...attributes}
                autoComplete="off"
                maxLength={200}
                value={organization}
                onChange={({currentTarget}) => setOrganization(currentTarget.value)}
              />
            )}
          </LabeledControl>
        )}
        {hasOrganization && (
          <OfferList
            label="Existing organizations"
            offers={offers({name: organization}, named.organizations.documents).filter(
              ({document}) => document.name !== organization,
            )}
            onChoose={({name: own}) => setOrganization(own)}
          />
        )}
        {children}
      </Stack>
    </ActDialog>
  )
}
