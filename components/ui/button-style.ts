import { cva, type VariantProps } from "class-variance-authority";

export const buttonStyle = cva(
  [
    "inline-flex shrink-0 select-none items-center justify-center gap-2 whitespace-nowrap rounded-md font-medium",
    "transition-colors focus-visible:outline-2 focus-visible:outline-offset-2 focus-visible:outline-focus",
    "data-disabled:cursor-not-allowed data-disabled:opacity-50 [&_svg]:shrink-0",
  ],
  {
    variants: {
      variant: {
        primary: "bg-ink text-paper not-data-disabled:hover:bg-ink-strong",
        secondary:
          "border border-control bg-surface text-ink not-data-disabled:hover:bg-hover not-data-disabled:active:bg-pressed",
        ghost:
          "text-muted not-data-disabled:hover:bg-hover not-data-disabled:hover:text-ink not-data-disabled:active:bg-pressed",
        /** Asks before it does anything: red in words, so that the page stays quiet. */
        "danger-outline":
          "border border-control bg-surface text-failed not-data-disabled:hover:border-failed/50 not-data-disabled:hover:bg-failed-soft",
        danger: "bg-danger-solid text-white not-data-disabled:hover:bg-danger-pressed",
        link: "rounded-sm text-ink underline decoration-brass-solid underline-offset-4 not-data-disabled:hover:decoration-2",
      },
      size: {
        sm: "h-7 px-2.5 text-sm max-sm:h-11 max-sm:px-3.5 [&_svg]:size-3.5",
        md: "h-8 px-3 text-base max-sm:h-11 max-sm:px-4 [&_svg]:size-4",
        lg: "h-10 px-4 text-base max-sm:h-12 [&_svg]:size-4",
      },
    },
    compoundVariants: [
      {
        variant: "link",
        size: ["sm", "md", "lg"],
        class: "touch-target h-auto px-0 max-sm:h-auto max-sm:px-0",
      },
    ],
    defaultVariants: { variant: "secondary", size: "md" },
  },
);

export type ButtonStyle = VariantProps<typeof buttonStyle>;
