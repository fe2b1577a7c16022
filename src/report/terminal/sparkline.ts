// A row of values as a row of small bars, one letter each.

const bars = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"] as const;

/**
 * Values as a sparkline: the lowest of them is the lowest bar, the highest the highest; all alike are bars of half height.
 *
 * @param values Finite numbers; a value that is not finite leaves a space.
 */
export function sparkline(values: readonly number[]): string {
  const finite = values.filter(Number.isFinite);
  const low = Math.min(...finite);
  const reach = Math.max(...finite) - low;
  return values
    .map((value) => {
      if (!Number.isFinite(value)) return " ";
      const height = reach === 0 ? 0.5 : (value - low) / reach;
      return bars[Math.min(bars.length - 1, Math.floor(height * bars.length))];
    })
    .join("");
}
