import * as client from "openid-client";
import { normaliseUserName } from "#domain/account.ts";
import { Refusal } from "#domain/refusal.ts";
import { findAccountOfSubject, findCredentials, tieToSubject, type OidcSubject } from "#store/credentials.ts";
import type { OidcConfig } from "./config.ts";
import type { Context } from "./context.ts";

/** Where the service sends people back to. */
export const oidcCallback = "/api/session/oidc/callback";

/** What the browser keeps between leaving for the service and coming back. */
export interface OidcErrand {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

/** Where to send somebody who signs in with the department's own service. Refuses with `oidc-failed`. */
export async function beginOidc(config: OidcConfig): Promise<{ address: string; errand: OidcErrand }> {
  const service = await discover(config);
  const errand = {
    state: client.randomState(),
    nonce: client.randomNonce(),
    verifier: client.randomPKCECodeVerifier(),
  };
  const address = client.buildAuthorizationUrl(service, {
    redirect_uri: config.publicAddress + oidcCallback,
    scope: "openid profile email",
    state: errand.state,
    nonce: errand.nonce,
    code_challenge: await client.calculatePKCECodeChallenge(errand.verifier),
    code_challenge_method: "S256",
  });
  return { address: address.href, errand };
}

/**
 * The account of whoever comes back from the service. The first time it is the one of the same name, which from then on
 * belongs to that person of the service. Refuses with `oidc-failed` and `oidc-no-account`.
 */
export async function finishOidc(
  machine: Context,
  config: OidcConfig,
  errand: OidcErrand,
  query: string,
): Promise<string> {
  const service = await discover(config);
  const address = new URL(`${config.publicAddress}${oidcCallback}?${query}`);
  const claims = await client
    .authorizationCodeGrant(service, address, {
      expectedState: errand.state,
      expectedNonce: errand.nonce,
      pkceCodeVerifier: errand.verifier,
      idTokenExpected: true,
    })
    .then((tokens) => tokens.claims(), failed);
  if (!claims) throw new Refusal("oidc-failed", { reason: "id_token" });
  const claim = claims[config.claim];
  return accountOf(
    machine,
    { issuer: claims.iss, subject: claims.sub },
    typeof claim === "string" ? claim : "",
  );
}

async function accountOf(machine: Context, subject: OidcSubject, name: string): Promise<string> {
  const { db, province } = machine;
  const known = await findAccountOfSubject(db, province, subject);
  // hoa@syt.laichau.gov.vn is the account hoa: the service answers for its own names
  const userName = known ?? normaliseUserName(name.split("@")[0] ?? "");
  const kept = await findCredentials(db, province, userName);
  const isTheirs =
    kept &&
    !kept.isDisabled &&
    !kept.isDemo &&
    (known !== undefined || (await tieToSubject(db, province, userName, subject)));
  if (!isTheirs) throw new Refusal("oidc-no-account", { userName: userName.slice(0, 60) });
  return userName;
}

let found: { readonly name: string; readonly service: client.Configuration } | undefined;

/** What the service says of itself; asked once. A service on this very machine may be without encryption: for trying out. */
async function discover({ issuer, clientId, clientSecret }: OidcConfig): Promise<client.Configuration> {
  const name = `${issuer} ${clientId}`;
  if (found?.name === name) return found.service;
  const address = new URL(issuer);
  const isHere = ["127.0.0.1", "localhost", "[::1]"].includes(address.hostname);
  const authentication = clientSecret === undefined ? client.None() : client.ClientSecretBasic(clientSecret);
  const options = { timeout: 10, ...(isHere && { execute: [client.allowInsecureRequests] }) };
  const service = await client.discovery(address, clientId, undefined, authentication, options).catch(failed);
  found = { name, service };
  return service;
}

function failed(error: unknown): never {
  throw new Refusal("oidc-failed", { reason: error instanceof Error ? error.message : String(error) });
}
