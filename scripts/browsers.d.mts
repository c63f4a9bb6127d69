export type ProgramName = 'chromium' | 'nginx' | 'redis-server' | 'zbarimg';
export const chromiumFlags: readonly string[];
export function findProgram(name: ProgramName): string;
