import { type ReactNode, useState } from 'react'
import { orAbsent, ProblemNote, PropertyPicker, placeIn, removeAt, replaceAt, Sentence, Words } from '@/components/editor'
import { IconButton } from '@/components/ui'

interface HoldEditorProps {
  readonly hold: readonly string[]
  readonly events: readonly string[] | null
  readonly onChange: (hold: string[] | undefined) => void
}

/** Properties that must have the same value at every step, such as a session or a project. */
export function HoldEditor({ hold, events, onChange }: HoldEditorProps): ReactNode {
  const [added, setAdded] = useState(0)
  return (
    <Sentence>
      <Words>all steps with the same</Words>
      {hold.map((property, at) => (
        <span key={placeIn('hold', at)} className="inline-flex items-center">
          <PropertyPicker
            label="Held property"
            value={property}
            placeholder="Choose property"
            events={events}
            onChange={chosen => onChange(replaceAt(hold, at, chosen))}
          />
          <IconButton icon="close" label="Remove held property" className="size-6" onPress={() => onChange(orAbsent(removeAt(hold, at)))} />
        </span>
      ))}
      <PropertyPicker
        key={added}
        label="Add held property"
        value={null}
        placeholder="Add property"
        events={events}
        onChange={property => {
          setAdded(added + 1)
          if (!hold.includes(property)) onChange([...hold, property])
        }}
      />
      <ProblemNote path="hold" isDeep />
    </Sentence>
  )
}
