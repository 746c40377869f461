/** So many interviews, in words. */
export function interviews(count: number): string {
  return `${count} interview${count === 1 ? "" : "s"}`;
}
