/** Lays a statement out for reading; one that the formatter does not understand stays as it ran. */
export async function formatSql(sql: string, engine: string): Promise<string> {
  const { formatDialect, duckdb, spark } = await import('sql-formatter')
  const isDatabricks = engine === 'databricks'
  try {
    return formatDialect(sql, {
      dialect: isDatabricks ? spark : duckdb,
      keywordCase: 'preserve',
      expressionWidth: 90,
      // Databricks' own SQL has named parameters, which Spark's grammar in the formatter does not know.
      ...(isDatabricks && { paramTypes: { named: [':'] } }),
    })
  } catch {
    return sql
  }
}
