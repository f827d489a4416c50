export function browserFiles(): Promise<string>;
