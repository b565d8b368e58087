/** A coiled post horn in one line, on a 24 by 24 grid: mouthpiece, tube, coil, bell. */
export const markPath =
  "M2 14.25v3.5M2 16h10.25a5.75 5.75 0 1 0-5.75-5.75A5.75 5.75 0 0 0 12.25 16h2.25c2.9 0 5.4 1.15 7.5 3.5V7.75c-1 1.6-2.3 2.9-4 3.85";
