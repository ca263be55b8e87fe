import { NumberedQueryCompiler } from '@/sql/dialects/numbered-compiler'

export class DuckDbQueryCompiler extends NumberedQueryCompiler {
  protected override placeholder(number: number): string {
    return `$${number}`
  }
}
