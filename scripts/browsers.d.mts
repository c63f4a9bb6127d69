export type ProgramName =
  | 'chromium'
  | 'firefox'
  | 'webkit'
  | 'webkit-driver'
  | 'xvfb'
  | 'caddy'
  | 'nginx'
  | 'redis-server'
  | 'zbarimg';
export const chromiumFlags: readonly string[];
export const firefoxPreferences: Readonly<Record<string, string | number | boolean>>;
export function findProgram(name: ProgramName): string;
