export async function reportFrom(..._: unknown[]): Promise<void> {}
