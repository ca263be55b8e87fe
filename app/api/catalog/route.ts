import { answering } from '@/app/api/answering'
import { authorise } from '@/lib/access'
import { readCatalogQuestion } from '@/lib/catalog'
import { readConfig } from '@/lib/config'
import { problemResponse } from '@/lib/problems'
import { answerCatalog } from '@/lib/store'

export const dynamic = 'force-dynamic'

/** What is known of a dataset: `?dataset=&event=&event=&detail=events`. */
export const GET = answering(async request => {
  const viewer = authorise(request, readConfig().host)
  if (!viewer.ok) return problemResponse(viewer.problems)
  const question = readCatalogQuestion(request.url)
  if (!question.ok) return problemResponse(question.problems)
  const catalog = await answerCatalog(question.value)
  return catalog.ok ? Response.json(catalog.value) : problemResponse(catalog.problems)
})
