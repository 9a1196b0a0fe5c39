import type { SignedInUser } from "#contract/session.ts";
import { openLocalDatabase } from "../offline/local-database.ts";

const note = "user";

/**
 * Keeps on this machine who is signed in, so that pages open without a line. It opens nothing at the server. In the
 * local database, because what a browser keeps in `localStorage` is lost with it when it is killed.
 */
export async function rememberUser(user: SignedInUser): Promise<void> {
  try {
    await (await openLocalDatabase()).put("notes", JSON.stringify(user), note);
  } catch {
    // storage is closed to us: then pages need the line
  }
}

export async function rememberedUser(): Promise<SignedInUser | undefined> {
  try {
    const kept = await (await openLocalDatabase()).get("notes", note);
    return kept === undefined ? undefined : (JSON.parse(kept) as SignedInUser); // written above, by this program
  } catch {
    return undefined;
  }
}

export async function forgetUser(): Promise<void> {
  try {
    await (await openLocalDatabase()).delete("notes", note);
  } catch {
    // see above
  }
}
