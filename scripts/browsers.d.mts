export type ProgramName = 'chromium' | 'nginx' | 'zbarimg';
export const chromiumFlags: readonly string[];
export function findProgram(name: ProgramName): string;
