/** One figure of a benchmark, always beside a floor taken in the same run. */
export interface Measurement {
  name: string;
  value: number;
  unit: 'µs' | 'ms' | '×' | 'KB';
  /** What the machine itself needs for the unavoidable part; in the unit it is named with. */
  floor?: { name: string; value: number };
  /** The most that the issue allows, in the measurement's unit. */
  budget: { most: number };
}

/** Whether a figure keeps its budget. */
export const keeps = ({ value, budget }: Measurement): boolean => Number.isFinite(value) && value <= budget.most;
