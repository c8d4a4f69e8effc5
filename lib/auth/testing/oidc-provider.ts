import { createHash, createPublicKey, generateKeyPairSync, randomUUID, sign } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";

type Claims = Readonly<Record<string, unknown>>;

export interface OidcProvider {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Who is signed in there: what the next tokens say. */
  person: Claims;
  /** Changes what the next ID tokens say, for attacks. */
  spoil: (claims: Claims) => Claims;
  /** Whether persons decline to sign in. */
  declines: boolean;
  readonly close: () => Promise<void>;
}

interface Grant {
  readonly parameters: URLSearchParams;
  readonly person: Claims;
}

const base64url = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");

function answer(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
}

function isRightVerifier(parameters: URLSearchParams, verifier: string | null): boolean {
  const challenge = createHash("sha256")
    .update(verifier ?? "")
    .digest("base64url");
  return parameters.get("code_challenge_method") === "S256" && parameters.get("code_challenge") === challenge;
}

/** Name and secret stand there encoded as in forms (RFC 6749, 2.3.1). */
function isRightClient({ headers }: IncomingMessage, { clientId, clientSecret }: OidcProvider): boolean {
  const given = Buffer.from(headers.authorization?.replace("Basic ", "") ?? "", "base64").toString();
  const [name, secret] = given.split(":").map((part) => decodeURIComponent(part.replaceAll("+", " ")));
  return name === clientId && secret === clientSecret;
}

const metadataOf = (issuer: string) => ({
  issuer,
  authorization_endpoint: `${issuer}/authorize`,
  token_endpoint: `${issuer}/token`,
  userinfo_endpoint: `${issuer}/userinfo`,
  jwks_uri: `${issuer}/jwks`,
  response_types_supported: ["code"],
  subject_types_supported: ["public"],
  id_token_signing_alg_values_supported: ["RS256"],
  code_challenge_methods_supported: ["S256"],
});

/** An identity provider on loopback, as OpenID Connect Core has it: code flow with PKCE, RS256, codes for one use. */
export async function startOidcProvider(): Promise<OidcProvider> {
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const publicKey = { ...createPublicKey(privateKey).export({ format: "jwk" }), kid: "one", alg: "RS256", use: "sig" };
  const grants = new Map<string, Grant>();
  const people = new Map<string, Claims>();

  const signed = (claims: Claims) => {
    const content = `${base64url({ alg: "RS256", kid: "one" })}.${base64url(claims)}`;
    return `${content}.${sign("sha256", Buffer.from(content), privateKey).toString("base64url")}`;
  };
  const authorize = (parameters: URLSearchParams, response: ServerResponse) => {
    const target = new URL(parameters.get("redirect_uri") ?? "");
    target.searchParams.set("state", parameters.get("state") ?? "");
    const code = randomUUID();
    if (provider.declines) target.searchParams.set("error", "access_denied");
    else target.searchParams.set("code", code);
    grants.set(code, { parameters, person: provider.person });
    response.writeHead(302, { location: target.href }).end();
  };
  const exchange = async (request: IncomingMessage, response: ServerResponse) => {
    const form = new URLSearchParams(await text(request));
    const code = form.get("code") ?? "";
    const grant = grants.get(code);
    grants.delete(code);
    if (!isRightClient(request, provider)) return answer(response, 401, { error: "invalid_client" });
    const isSame = form.get("redirect_uri") === grant?.parameters.get("redirect_uri");
    if (grant === undefined || !isSame || !isRightVerifier(grant.parameters, form.get("code_verifier"))) {
      return answer(response, 400, { error: "invalid_grant" });
    }
    const now = Math.floor(Date.now() / 1000);
    const token = randomUUID();
    people.set(token, grant.person);
    const { sub, ...told } = grant.person;
    const nonce = grant.parameters.get("nonce");
    const claims = { iss: provider.issuer, aud: provider.clientId, sub, nonce, iat: now, exp: now + 60 };
    const idToken = signed(provider.spoil({ ...claims, ...(told.isToldLater === true ? {} : told) }));
    answer(response, 200, { access_token: token, token_type: "Bearer", expires_in: 60, id_token: idToken });
  };
  const serve = async (request: IncomingMessage, response: ServerResponse) => {
    const { pathname, searchParams } = new URL(request.url ?? "/", provider.issuer);
    if (pathname === "/authorize") return authorize(searchParams, response);
    if (pathname === "/token") return exchange(request, response);
    if (pathname === "/jwks") return answer(response, 200, { keys: [publicKey] });
    if (pathname === "/userinfo") {
      return answer(response, 200, people.get(request.headers.authorization?.replace("Bearer ", "") ?? "") ?? {});
    }
    answer(response, 200, metadataOf(provider.issuer));
  };

  const server = createServer((request, response) => void serve(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const provider: OidcProvider = {
    issuer: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    clientId: "mien",
    clientSecret: "a secret: of this client",
    person: {},
    spoil: (claims) => claims,
    declines: false,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
  return provider;
}
