/** How an endpoint of the receiver takes requests. */
export type Behaviour = {
  /** Waits so long before answering, from the least to the most. */
  delayMs: readonly [number, number];
  /** The share of requests that is not answered 200. */
  badShare: number;
  /** What those are answered; 0 is nothing at all. */
  badStatus: number;
  /** Whether what is not answered has its connection reset, rather than left hanging. */
  breaksOff: boolean;
};

export const obedient: Behaviour = { delayMs: [0, 0], badShare: 0, badStatus: 500, breaksOff: false };
export const flaky: Behaviour = { ...obedient, badShare: 0.25 };
export const slow: Behaviour = { ...obedient, delayMs: [100, 1_200] };
export const ragged: Behaviour = { ...obedient, badShare: 0.15, badStatus: 0, breaksOff: true };
export const hanging: Behaviour = { ...obedient, badShare: 0.1, badStatus: 0 };
