const radii = [120, 190, 270, 360, 460, 570, 690];

/** The coil of the mark, very large and very faint, behind a page that has little else. */
export function CoilGround() {
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 1400 900"
      preserveAspectRatio="xMidYMid slice"
      fill="none"
      stroke="var(--line)"
      className="pointer-events-none absolute inset-0 size-full [mask-image:radial-gradient(closest-side,transparent_20%,black)]"
    >
      {radii.map((radius) => (
        <circle key={radius} cx="700" cy="430" r={radius} />
      ))}
    </svg>
  );
}
