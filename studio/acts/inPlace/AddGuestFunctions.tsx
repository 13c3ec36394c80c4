import {AddIcon} from '@sanity/icons/Add'
import {Button, Stack, Text} from '@sanity/ui'
import {fieldsOf, itemsOf, refOf, textOf} from '@touchpoints/schemas/reading'
import {appearanceRole} from '@touchpoints/schemas/scalars'
import {useState} from 'react'
import {
  type ArrayInputFunctionsProps,
  type ArraySchemaType,
  getVersionFromId,
  insert,
  PatchEvent,
  setIfMissing,
  useFormValue,
} from 'sanity'

import {capitalized} from '../../community/capitalized.ts'
import {useCommunity} from '../../community/CommunityContext.ts'
import {newKey} from '../../documents/newKey.ts'
import {referenceTo} from '../../documents/referenceTo.ts'
import {ChoiceButtons} from '../../inputs/ChoiceButtons.tsx'
import {useNewDocuments} from '../useNewDocuments.ts'
import {type ChosenDocument, InPlaceDialog} from './InPlaceDialog.tsx'

type Role = (typeof appearanceRole.options)[number]

const roles = appearanceRole.options.map((value) => ({value, text: capitalized(value)}))

/** The button below the guests of a session: adds a person with one dialog, new or existing. */
export function AddGuestFunctions<Item>(props: ArrayInputFunctionsProps<Item, ArraySchemaType>) {
  const {value, readOnly, onChange} = props
  const {guest, session} = useCommunity()
  const release = getVersionFromId(textOf(useFormValue(['_id'])) ?? '')
  const news = useNewDocuments(value)
  const [open, setOpen] = useState(false)
  const [role, setRole] = useState<Role>('guest')

  const add = ({id, type, published}: ChosenDocument): string | undefined => {
    const isListed = itemsOf(value).some(
      ({item}) => refOf(item['guest']) === id && fieldsOf(item)['role'] === role,
    )
    if (isListed) return `This person is already listed in this role. Choose another role.`
    const item = {
      _key: newKey(),
      _type: 'guestAppearance',
      guest: referenceTo(id, type, {published}),
      role,
    }
    onChange(PatchEvent.from([setIfMissing([]), insert([item], 'after', [-1])]))
    return undefined
  }
  return (
    <Stack gap={3}>
      {news.length > 0 && (
        <Text size={1} muted data-testid="new-documents">
          {`New, published with this ${session.singular}: ${news.map(({name}) => `“${name}”`).join(', ')}`}
        </Text>
      )}
      <Button
        mode="ghost"
        icon={AddIcon}
        text={`Add ${guest.singular}…`}
        disabled={readOnly === true}
        onClick={() => setOpen(true)}
      />
      {open && (
        <InPlaceDialog
          title={`Add ${guest.singular}`}
          type="guest"
          release={release}
          onChoose={add}
          onClose={() => setOpen(false)}
        >
          <ChoiceButtons
            legend="Role"
            choices={roles}
            isChosen={(each) => each === role}
            onToggle={setRole}
          />
        </InPlaceDialog>
      )}
    </Stack>
  )
}
