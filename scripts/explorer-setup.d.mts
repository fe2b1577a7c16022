export function buildExplorerIfStale(): void;
