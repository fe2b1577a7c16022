export function knobsCommand(_options: object): void {}
