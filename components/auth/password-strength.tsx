"use client";

import { cn } from "#components/ui/cn.ts";
import { passwordStrength, strengths } from "#lib/contracts/password.ts";

/** Says how well a password to be would hold, as it is typed; before that, what makes a good one. */
export function PasswordStrength({ password = "" }: { password: string | undefined }) {
  const strength = passwordStrength(password);
  const level = password === "" ? 0 : strengths.indexOf(strength) + 1;
  return (
    <span className="flex flex-col gap-1.5 pt-0.5">
      <span aria-hidden className="grid grid-cols-4 gap-1">
        {strengths.map((name, index) => (
          <span
            key={name}
            className={cn(
              "h-1 rounded-full transition-colors",
              index < level ? colors[strength] : "bg-pressed",
            )}
          />
        ))}
      </span>
      <span aria-live="polite">{level === 0 ? advice.none : advice[strength]}</span>
    </span>
  );
}

const colors = {
  weak: "bg-failed-solid",
  fair: "bg-retrying-solid",
  good: "bg-delivered-solid",
  strong: "bg-delivered-solid",
};

const advice = {
  none: "At least 10 characters. A few random words make a good one.",
  weak: "Weak: too short or too easy to guess.",
  fair: "Fair: longer is better.",
  good: "Good.",
  strong: "Strong.",
};
