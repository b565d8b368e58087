import {
  Ban,
  CircleAlert,
  CircleCheck,
  CircleDashed,
  CirclePause,
  CirclePlay,
  CircleSlash,
  RotateCw,
  Send,
} from "lucide-react";

/** Every state a thing can be in, with the word, the icon and the colour that stand for it everywhere. */
export const statuses = {
  delivered: {
    word: "Delivered",
    icon: CircleCheck,
    ink: "text-delivered",
    soft: "bg-delivered-soft",
    solid: "var(--delivered-solid)",
  },
  retrying: {
    word: "Retrying",
    icon: RotateCw,
    ink: "text-retrying",
    soft: "bg-retrying-soft",
    solid: "var(--retrying-solid)",
  },
  failed: {
    word: "Failed",
    icon: CircleAlert,
    ink: "text-failed",
    soft: "bg-failed-soft",
    solid: "var(--failed-solid)",
  },
  pending: {
    word: "Pending",
    icon: CircleDashed,
    ink: "text-pending",
    soft: "bg-pending-soft",
    solid: "var(--pending-solid)",
  },
  sending: {
    word: "Sending",
    icon: Send,
    ink: "text-pending",
    soft: "bg-pending-soft",
    solid: "var(--pending-solid)",
  },
  canceled: {
    word: "Canceled",
    icon: Ban,
    ink: "text-canceled",
    soft: "bg-canceled-soft",
    solid: "var(--canceled-solid)",
  },
  enabled: {
    word: "Enabled",
    icon: CircleCheck,
    ink: "text-delivered",
    soft: "bg-delivered-soft",
    solid: "var(--delivered-solid)",
  },
  running: {
    word: "Running",
    icon: CirclePlay,
    ink: "text-pending",
    soft: "bg-pending-soft",
    solid: "var(--pending-solid)",
  },
  completed: {
    word: "Completed",
    icon: CircleCheck,
    ink: "text-delivered",
    soft: "bg-delivered-soft",
    solid: "var(--delivered-solid)",
  },
  paused: {
    word: "Paused",
    icon: CirclePause,
    ink: "text-paused",
    soft: "bg-paused-soft",
    solid: "var(--paused-solid)",
  },
  disabled: {
    word: "Disabled",
    icon: CircleSlash,
    ink: "text-paused",
    soft: "bg-paused-soft",
    solid: "var(--paused-solid)",
  },
} as const;

export type Status = keyof typeof statuses;
