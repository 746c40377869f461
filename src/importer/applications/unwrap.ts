/** The id of `="6960663240925956437"`. */
export function unwrap(cell: string): string {
  return cell.replace(/^="([^"]*)"$/, "$1");
}
