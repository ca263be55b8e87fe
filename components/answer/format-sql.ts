/** Lays a statement out for reading; one that the formatter does not understand stays as it ran. */
export async function formatSql(sql: string, engine: string): Promise<string> {
  const { formatDialect, duckdb, spark } = await import('sql-formatter')
  try {
    return formatDialect(sql, { dialect: engine === 'databricks' ? spark : duckdb, keywordCase: 'preserve', expressionWidth: 90 })
  } catch {
    return sql
  }
}
