import { answering } from '@/app/api/answering'
import { authorise } from '@/lib/access'
import { readValuesQuestion } from '@/lib/catalog'
import { readConfig } from '@/lib/config'
import { problemResponse } from '@/lib/problems'
import { answerValues } from '@/lib/store'

export const dynamic = 'force-dynamic'

/** The values of a property: `?property=&dataset=&event=&event=&search=&limit=`. */
export const GET = answering(async request => {
  const viewer = authorise(request, readConfig().host)
  if (!viewer.ok) return problemResponse(viewer.problems)
  const question = readValuesQuestion(request.url)
  if (!question.ok) return problemResponse(question.problems)
  const values = await answerValues(question.value)
  return values.ok ? Response.json(values.value) : problemResponse(values.problems)
})
