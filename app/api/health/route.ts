import { answerHealth } from '@/lib/store'

export const dynamic = 'force-dynamic'

export async function GET(): Promise<Response> {
  const health = await answerHealth()
  return Response.json(health, { status: health.ready ? 200 : 503 })
}
