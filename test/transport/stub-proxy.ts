import { onTestFinished, vi } from "vitest";

/** Sets the environment's proxy variables until the test ends, and clears those that this machine may have. */
export function stubProxy(variables: Readonly<Record<string, string | undefined>>): void {
  for (const name of ["http_proxy", "https_proxy", "all_proxy", "no_proxy"])
    for (const variant of [name, name.toUpperCase()]) vi.stubEnv(variant, variables[variant] ?? "");
  onTestFinished(() => void vi.unstubAllEnvs());
}
