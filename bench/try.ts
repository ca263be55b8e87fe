import { inventedHome, openHome, readDataset, sampleHome } from '@/bench/stores'

const t = Date.now()
const h = await inventedHome('/tmp/bench', Number(process.argv[2]), s => console.log(s, Date.now() - t))
const d = await openHome(h, 8000)
const c = await d.connect()
for (const q of [
  'select event_type, count(*), count(distinct user_id) from datasets.invented group by all order by 2 desc limit 14',
  'select count(*), max(user_key), min(event_time), max(event_time) from datasets.invented',
  'select user_id, count(*) n from datasets.invented_heavy group by 1 order by 2 desc limit 3',
  'select event_properties from datasets.invented using sample 3',
])
  console.log((await c.runAndReadAll(q)).getRowObjectsJson())
console.log(Date.now() - t)
