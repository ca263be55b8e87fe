import type { ReactNode } from 'react'
import type { PlacedProblem } from '@/components/catalog'
import { Button, classNames, Icon } from '@/components/ui'

interface ProblemsProps {
  readonly title: string
  readonly problems: readonly PlacedProblem[]
  readonly tone: 'error' | 'hint'
  readonly onRetry?: () => void
}

/** Everything that stands in the way of an answer, at once. */
export function Problems({ title, problems, tone, onRetry }: ProblemsProps): ReactNode {
  return (
    <div
      role={tone === 'error' ? 'alert' : 'status'}
      className={classNames(
        'flex items-start gap-3 rounded-xl border px-5 py-4',
        tone === 'error' ? 'border-danger/40 bg-danger-soft' : 'border-line bg-surface',
      )}
    >
      <Icon
        name={tone === 'error' ? 'warning' : 'arrow'}
        className={classNames('mt-0.5 size-4', tone === 'error' ? 'text-danger' : 'text-muted')}
      />
      <div className="min-w-0 flex-1">
        <p className="font-medium">{title}</p>
        <ul className="mt-1 flex flex-col gap-1">
          {problems.map(({ path, message }) => (
            <li key={`${path}${message}`} className="break-words">
              {message} {path !== '' && tone === 'error' && <code className="text-muted text-xs">{path}</code>}
            </li>
          ))}
        </ul>
      </div>
      {onRetry && <Button onPress={onRetry}>Try again</Button>}
    </div>
  )
}
