export function verdictOf(status: number | null, unaudited: boolean): { audit: string; stops?: string };
