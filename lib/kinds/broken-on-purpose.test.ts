import { describe, expect, test } from 'vitest'
import { checkKind } from '@/lib/oracle'
import { embeddedRun } from '@/lib/oracle/embedded'
import { orderedFunnels } from '@/lib/oracle/random-document'
import { type KindName, kinds } from './index'

/** A fault planted in the SQL: a plausible mistake, each of which the random cases have to notice. */
type Fault = readonly [mistake: string, written: RegExp, instead: string]

const faults: Readonly<Record<KindName, readonly Fault[]>> = {
  segmentation: [
    ['the first instant after the range counts', /"event_time" < timestamp/g, '"event_time" <= timestamp'],
    ['entities are counted once a bucket in the total', /from "(partial|others)_total"/g, 'from "$1"'],
    ['entities share a bit of their block', /"entity" & 63/g, '"entity" & 3'],
    ['missing values are no group', / is not distinct from /g, ' = '],
    ['a day has 86,399 seconds', /\/\/ 86400000000/g, '// 86399000000'],
    ['ties among groups put null last', /asc nulls first/g, 'asc nulls last'],
    ['an entity is active for a day too long', /\("day" \+ (\d+)\)/g, '("day" + $1 + 1)'],
  ],
  funnel: [
    ['the end of the conversion window is outside', /"x"\."at" <= \(/g, '"x"."at" < ('],
    ['an event serves two steps', /"x"\."position" > "p"\."position"/g, '"x"."position" >= "p"."position"'],
    ['a step must be later than the one before', /"x"\."at" >= "p"\."(at\d)"/g, '"x"."at" > "p"."$1"'],
    ['entries start after the range', /"at" < (\d+)/g, '"at" <= $1'],
    ['the chain that ends last is reported', /arg_min_null\(/g, 'arg_max_null('],
    ['steps of one instant are taken backwards', /order by "at", "steps"/g, 'order by "at", "steps" desc'],
    ['an exclusion forgives one event', /"excluded_before(\d)" <= /g, '"excluded_before$1" - 1 <= '],
  ],
  retention: [
    ['the start event itself returns', /"at" > "started"/g, '"at" >= "started"'],
    ['with “every”, the start event itself returns', /"returned" > "started"/g, '"returned" >= "started"'],
    ['the last start opens the cohort', /min\("(at|started)"\) as "started"/g, 'max("$1") as "started"'],
    ['the last period is left out', /"period" <= (\d+)/g, '"period" < $1'],
    ['an entity returns several times in a period', /bit_or\(/g, 'sum('],
    ['starts after the range open cohorts', /^(.*?"event_time" <) timestamp/gm, '$1= timestamp'],
    [
      'starts after the range open cohorts, where starts and returns are read at once',
      /epoch_us\("e"\."event_time"\) < (\d+)/g,
      'epoch_us("e"."event_time") <= $1',
    ],
    ['missing values come last among the texts of an instant', /"starts"\."(group\d)" is not null/g, '"starts"."$1" is null'],
    [
      'returns beyond the block of the start are not seen',
      /range between 1 following and 1 following/g,
      'range between 2 following and 2 following',
    ],
    ['a block ends a unit early', /\("unit" & 31\)/g, '(("unit" + 1) & 31)'],
    ['later units count only with a later return in the first', / & 4294967294\)/g, ' & 4294967292)'],
  ],
}

describe.each(Object.keys(faults) as KindName[])('the random cases of a %s notice that', kind => {
  test.each(faults[kind])('%s', async (_, written, instead) => {
    const compiler = await kinds[kind].loadCompiler()
    let planted = 0
    const sabotage = (sql: string): string => {
      const broken = sql.replace(written, instead)
      if (broken !== sql) planted++
      return broken
    }
    const { run, close } = await embeddedRun(() => compiler, sabotage)
    const options = { seed: 1, sets: 60, documentsPerSet: 40, mostDifferences: 1, shrinkBudget: 0 }
    const scope = { ...orderedFunnels, exclusions: true, hold: true }
    const { differences } = await checkKind(kind, { ...options, scope }, run)
    close()
    expect(planted).toBeGreaterThan(0)
    expect(differences).not.toEqual([])
    // A fault that only breaks the statement proves nothing.
    expect(differences[0]).not.toMatch(/could not run the query/)
  })
})
