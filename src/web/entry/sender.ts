import { entryServer } from "../offline/entry-server.ts";
import { Sender } from "../offline/sending.ts";

/** The one sender of this page. */
export const sender = new Sender(entryServer);
