/** Maps items, several at a time, and yields the results in order. */
export async function* mapConcurrently<From, To>(
  source: AsyncIterable<From> | Iterable<From>,
  map: (from: From) => Promise<To>,
  concurrency: number,
): AsyncGenerator<To> {
  const running: Promise<To>[] = [];
  for await (const from of source) {
    const next = map(from);
    next.catch(() => {}); // reported when its turn comes
    running.push(next);
    if (running.length >= concurrency) {
      const first = running.shift();
      if (first) yield await first;
    }
  }
  for (const next of running) yield await next;
}
