/** The fields that have a value. */
export function omitUndefined(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const body: Record<string, unknown> = {};
  for (const name of Object.keys(fields)) if (fields[name] !== undefined) body[name] = fields[name];
  return body;
}
