import { compilerOf } from '@/lib/kinds/compiler'
import { plan } from './plan'
import { readRows } from './read-rows'
import { resolve } from './resolve'

export const compiler = compilerOf({ resolve, plan, readRows })
