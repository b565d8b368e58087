import { prisma } from "../db.ts";

/** Whether an e-mail address (in lower case) has an account. Only for whoever has proof of a right to know. */
export async function hasAccount(email: string): Promise<boolean> {
  return (await prisma().user.count({ where: { email } })) > 0;
}
