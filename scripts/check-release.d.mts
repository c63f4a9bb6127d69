export function obstaclesTo(tag: string, home: string | undefined, read: (file: string) => string): string[];
