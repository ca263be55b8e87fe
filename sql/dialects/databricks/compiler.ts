import { CommonTableExpressionNode as CommonTableExpression, type CommonTableExpressionNode } from 'kysely'
import { NumberedQueryCompiler } from '@/sql/dialects/numbered-compiler'

export class DatabricksQueryCompiler extends NumberedQueryCompiler {
  protected override getLeftIdentifierWrapper(): string {
    return '`'
  }

  protected override getRightIdentifierWrapper(): string {
    return '`'
  }

  protected override sanitizeIdentifier(identifier: string): string {
    return identifier.replaceAll('`', '``')
  }

  /** Spark reads backslashes in string literals as escapes. */
  protected override sanitizeStringLiteral(value: string): string {
    return value.replaceAll('\\', '\\\\').replaceAll("'", "\\'")
  }

  /** Spark has no MATERIALIZED; it reuses exchanges instead. */
  protected override visitCommonTableExpression(node: CommonTableExpressionNode): void {
    super.visitCommonTableExpression(CommonTableExpression.cloneWith(node, { materialized: undefined }))
  }
}
