import * as client from "openid-client";
import { type Config, config } from "@/lib/config/env";
import { AppError } from "@/lib/errors/app-error";
import { logger } from "@/lib/observability/logger";
import { processWide } from "@/lib/observability/process-state";

type Provider = NonNullable<Config["oidc"]>;

/** What the browser must bring back, so that no answer of another sign-in is taken for this one's. */
export interface OidcMemory {
  readonly state: string;
  readonly nonce: string;
  readonly codeVerifier: string;
}

/** What the provider says of a person; `issuer` and `subject` together never change and are never given to another. */
export interface OidcClaims {
  readonly issuer: string;
  readonly subject: string;
  readonly email: unknown;
  readonly emailVerified: unknown;
  readonly givenName: unknown;
  readonly familyName: unknown;
  readonly name: unknown;
}

/** Why there are no claims: the person declined, or the provider's answer cannot be believed or did not come. */
export class OidcFailure extends Error {
  readonly reason: "declined" | "provider";

  constructor(reason: "declined" | "provider", options?: ErrorOptions) {
    super(`sign-in through the identity provider failed: ${reason}`, options);
    this.reason = reason;
  }
}

const timeoutS = 10;

function requireProvider(): Provider {
  const { oidc } = config();
  if (oidc === null) throw new AppError("not_found", "No identity provider is configured.");
  return oidc;
}

// RFC 6749 wants every provider to know Basic; OpenID Connect says that a provider which lists none knows just that.
const sendSecret =
  (secret: string): client.ClientAuth =>
  (server, ...rest) => {
    const isBasicKnown = server.token_endpoint_auth_methods_supported?.includes("client_secret_basic") ?? true;
    return (isBasicKnown ? client.ClientSecretBasic(secret) : client.ClientSecretPost(secret))(server, ...rest);
  };

async function discover({ issuer, clientId, clientSecret }: Provider): Promise<client.Configuration> {
  const auth = clientSecret === null ? client.None() : sendSecret(clientSecret);
  const isPlain = issuer.startsWith("http://");
  // Signatures are checked although the tokens come straight from the provider: it costs one request an hour.
  const execute = [client.enableNonRepudiationChecks, ...(isPlain ? [client.allowInsecureRequests] : [])];
  return client.discovery(new URL(issuer), clientId, undefined, auth, { execute, timeout: timeoutS });
}

const known = processWide("identity provider", () => ({ configuration: null as client.Configuration | null }));

/** What the provider says of itself, asked for at the first sign-in, so that it need not be there when the server starts. */
async function configurationOf(provider: Provider): Promise<client.Configuration> {
  known.configuration ??= await discover(provider);
  return known.configuration;
}

async function orFail<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof AppError) throw error;
    const isAnswer = error instanceof client.AuthorizationResponseError;
    if (isAnswer && error.error === "access_denied") throw new OidcFailure("declined");
    // Its code alone: the rest of such an error may hold tokens.
    const code = error instanceof Error && "code" in error ? error.code : "unknown";
    logger.warn({ event: "oidc", code });
    throw new OidcFailure("provider");
  }
}

const redirectUri = () => `${config().publicUrl}/api/auth/oidc/callback`;

/** Where to send the browser, and what it has to bring back. @throws OidcFailure; AppError `not_found` without a provider */
export function beginOidc(): Promise<{ readonly address: string; readonly memory: OidcMemory }> {
  return orFail(async () => {
    const configuration = await configurationOf(requireProvider());
    const memory = {
      state: client.randomState(),
      nonce: client.randomNonce(),
      codeVerifier: client.randomPKCECodeVerifier(),
    };
    const address = client.buildAuthorizationUrl(configuration, {
      redirect_uri: redirectUri(),
      scope: "openid email profile",
      state: memory.state,
      nonce: memory.nonce,
      code_challenge: await client.calculatePKCECodeChallenge(memory.codeVerifier),
      code_challenge_method: "S256",
    });
    return { address: address.href, memory };
  });
}

/**
 * Exchanges the code that the browser brought for what the provider says of the person.
 *
 * @param search query string with which the browser came back
 * @throws OidcFailure; AppError `not_found` without a provider
 */
export function finishOidc(search: string, { state, nonce, codeVerifier }: OidcMemory): Promise<OidcClaims> {
  return orFail(async () => {
    const configuration = await configurationOf(requireProvider());
    const tokens = await client.authorizationCodeGrant(configuration, new URL(`${redirectUri()}${search}`), {
      expectedState: state,
      expectedNonce: nonce,
      pkceCodeVerifier: codeVerifier,
      idTokenExpected: true,
    });
    const claims = tokens.claims();
    if (claims === undefined) throw new OidcFailure("provider");
    // Many providers tell the address only when asked for it.
    const told =
      claims.email === undefined && configuration.serverMetadata().userinfo_endpoint !== undefined
        ? await client.fetchUserInfo(configuration, tokens.access_token, claims.sub)
        : claims;
    return {
      issuer: claims.iss,
      subject: claims.sub,
      email: told.email,
      emailVerified: told.email_verified,
      givenName: told.given_name,
      familyName: told.family_name,
      name: told.name,
    };
  });
}
