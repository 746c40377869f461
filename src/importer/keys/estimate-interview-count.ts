/** The typical size of an interview in an input. */
const INPUT_BYTES_PER_INTERVIEW = 600;

/** Estimates how many interviews an input has, to reserve memory for their keys. */
export function estimateInterviewCount(inputBytes: number): number {
  return Math.ceil(inputBytes / INPUT_BYTES_PER_INTERVIEW);
}
