/** A number of interviews, in words. */
export function countInterviews(count: number): string {
  return `${count} interview${count === 1 ? "" : "s"}`;
}
