'use client'

import { type ReactNode, useState } from 'react'
import { Autocomplete } from 'react-aria-components/Autocomplete'
import { Input } from 'react-aria-components/Input'
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox'
import { SearchField } from 'react-aria-components/SearchField'
import { ListLayout, Virtualizer } from 'react-aria-components/Virtualizer'
import { classNames, Icon, type IconName } from '@/components/ui'
import { searchEntries } from './search-entries'

export interface PickerEntry {
  readonly id: string
  readonly label: string
  /** Small and to the right: a count, a share, a type. */
  readonly detail?: string
  readonly icon?: IconName
}

interface PickerPanelProps {
  readonly label: string
  readonly placeholder: string
  readonly entries: readonly PickerEntry[]
  readonly chosen: ReadonlySet<string>
  readonly isMultiple?: boolean
  readonly isLoading?: boolean
  readonly emptyText: string
  readonly onChoose: (chosen: ReadonlySet<string>) => void
  /** Set where the entries are already the result of a search. */
  readonly onSearch?: (text: string) => void
  /** Set where a text of one's own is welcome: what was typed or pasted. */
  readonly onFreeText?: (texts: readonly string[]) => void
  readonly footer?: ReactNode
}

const rowHeight = 32

/** Finds one or several of very many: search, arrows, Enter. Only the rows in sight are in the page. */
export function PickerPanel(props: PickerPanelProps): ReactNode {
  const {
    label,
    placeholder,
    entries,
    chosen,
    isMultiple = false,
    isLoading = false,
    emptyText,
    onChoose,
    onSearch,
    onFreeText,
    footer,
  } = props
  const [typed, setTyped] = useState('')
  const found = onSearch ? entries : searchEntries(entries, typed)
  const isNew = onFreeText !== undefined && typed.trim() !== '' && !entries.some(entry => entry.id === typed)
  const rows = isNew ? [{ id: freeTextId, label: `Use “${typed}”`, icon: 'plus' as const }, ...found] : found

  const search = (text: string) => {
    setTyped(text)
    onSearch?.(text)
  }

  return (
    <div className="flex w-80 max-w-full flex-col">
      <Autocomplete inputValue={typed} onInputChange={search}>
        <SearchField aria-label={placeholder} autoFocus className="flex items-center gap-2 border-line border-b px-3">
          <Icon name="search" className="size-3.5 text-muted" />
          <Input
            role="combobox"
            aria-expanded
            placeholder={placeholder}
            onPaste={event => {
              const texts = pastedTexts(event.clipboardData.getData('text'))
              if (onFreeText === undefined || texts.length < 2) return
              event.preventDefault()
              onFreeText(texts)
              search('')
            }}
            className="h-10 min-w-0 flex-1 bg-transparent outline-none placeholder:text-muted [&::-webkit-search-cancel-button]:hidden"
          />
        </SearchField>
        <Virtualizer layout={ListLayout} layoutOptions={{ rowHeight, padding: 4 }}>
          <ListBox
            aria-label={label}
            items={rows}
            selectionMode={isMultiple ? 'multiple' : 'single'}
            selectedKeys={chosen}
            escapeKeyBehavior="none"
            onSelectionChange={keys => {
              if (keys === 'all') return
              const names = new Set([...keys].map(String))
              if (names.delete(freeTextId)) {
                onFreeText?.([typed])
                search('')
              } else if (names.size > 0 || isMultiple) onChoose(names)
              else onChoose(chosen)
            }}
            renderEmptyState={() => <p className="px-3 py-6 text-center text-muted">{isLoading ? 'Searching …' : emptyText}</p>}
            style={{ height: Math.min(Math.max(rows.length, 3) * rowHeight + 8, 328) }}
            className="thin-scroll overflow-auto outline-none"
          >
            {entry => (
              <ListBoxItem
                id={entry.id}
                textValue={entry.label}
                className="flex h-8 cursor-default items-center gap-2 rounded px-2 outline-none data-focused:bg-sunken"
              >
                {({ isSelected }) => <EntryRow entry={entry} isSelected={isSelected} isMultiple={isMultiple} />}
              </ListBoxItem>
            )}
          </ListBox>
        </Virtualizer>
      </Autocomplete>
      {footer && <div className="border-line border-t p-2">{footer}</div>}
    </div>
  )
}

/** No value starts with this control character unless somebody wants to be confused. */
const freeTextId = '\u0001free-text'

interface EntryRowProps {
  readonly entry: PickerEntry
  readonly isSelected: boolean
  readonly isMultiple: boolean
}

function EntryRow({ entry, isSelected, isMultiple }: EntryRowProps): ReactNode {
  return (
    <>
      {isMultiple && entry.id !== freeTextId ? (
        <span
          aria-hidden="true"
          className={classNames(
            'flex size-4 shrink-0 items-center justify-center rounded border',
            isSelected ? 'border-accent bg-accent text-on-accent' : 'border-edge',
          )}
        >
          {isSelected && <Icon name="check" className="size-3" />}
        </span>
      ) : (
        entry.icon && <Icon name={entry.icon} className="size-3.5 text-muted" />
      )}
      <span className={classNames('min-w-0 flex-1 truncate', isSelected && !isMultiple && 'font-medium text-accent-strong')}>
        {entry.label}
      </span>
      {entry.detail && <span className="tabular shrink-0 text-muted text-xs">{entry.detail}</span>}
    </>
  )
}

/** A pasted list has its values on lines of their own, or between tabs or commas. */
function pastedTexts(text: string): readonly string[] {
  const separator = /[\r\n\t]/.test(text) ? /[\r\n\t]+/ : /,/
  return [...new Set(text.split(separator).map(part => part.trim()))].filter(part => part !== '')
}
