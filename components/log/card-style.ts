/** On a phone a row of a log is a card: its cells flow, and each says by `order` and width where it stands. */
export const cardRow =
  "max-sm:flex! max-sm:flex-wrap max-sm:items-center max-sm:gap-x-4 max-sm:gap-y-0.5 max-sm:px-4 max-sm:py-3!";

export const cardCell =
  "max-sm:min-h-0! max-sm:min-w-0 max-sm:p-0! max-sm:[&>*]:min-w-0 max-sm:[&>*]:max-w-full";
