/** So many rows are handed on together where a file is not read in pieces: to wait once per row costs more than the row. */
const batchSize = 1000;

export async function* inBatches<Row>(rows: AsyncIterable<Row>): AsyncIterable<readonly Row[]> {
  let batch: Row[] = [];
  for await (const row of rows) {
    if (batch.push(row) < batchSize) continue;
    yield batch;
    batch = [];
  }
  yield batch;
}

export async function* oneByOne<Row>(batches: AsyncIterable<readonly Row[]>): AsyncIterable<Row> {
  for await (const batch of batches) yield* batch;
}
