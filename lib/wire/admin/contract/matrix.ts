type Status = 200 | 201 | 202 | 204 | 303 | 401 | 403 | 404 | 409 | 415 | 422;

/** Who asks, from what they are to the application of the request; the last two are in no application. */
export const standings = [
  "outsider",
  "application user",
  "application administrator",
  "application owner",
  "global administrator",
  "global owner",
] as const;
export type Standing = (typeof standings)[number];

export interface Row {
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  readonly path: string;
  /** Words in braces are replaced as in the path. */
  readonly body?: Readonly<Record<string, unknown>>;
  /** Pictures come as forms, which are refused everywhere else. */
  readonly takesForms?: true;
  /** By standing, in the order above; of nobody in particular for what needs no account. */
  readonly answers: readonly [Status, Status, Status, Status, Status, Status] | { readonly anyone: Status };
}

const all = (status: Status) => [status, status, status, status, status, status] as const;
const byGlobalRole = (status: Status) => [403, 403, 403, 403, status, status] as const;
const byMembers = (status: Status) => [404, status, status, status, status, status] as const;
const byAdministrators = (status: Status) => [404, 403, status, status, status, status] as const;
const byOwners = (status: Status) => [404, 403, 403, status, status, status] as const;

const application = "/api/admin/applications/{applicationId}";
const service = "/api/admin/services/{serviceId}";
const subject = `${service}/subjects/{subjectId}`;
const face = `${service}/faces/{faceId}`;
const key = "/api/admin/keys/{keyId}";

/** What each endpoint answers to whom: the permission matrix, written down apart from the code that decides it. */
export const matrix: readonly Row[] = [
  { method: "GET", path: "/api/admin/options", answers: { anyone: 200 } },
  { method: "POST", path: "/api/admin/sign-up", answers: { anyone: 422 } },
  { method: "POST", path: "/api/admin/sign-up/verify", answers: { anyone: 422 } },
  {
    method: "POST",
    path: "/api/admin/sign-up/resend",
    body: { email: "nobody@example.org" },
    answers: { anyone: 202 },
  },
  {
    method: "POST",
    path: "/api/admin/password/forgot",
    body: { email: "nobody@example.org" },
    answers: { anyone: 202 },
  },
  { method: "POST", path: "/api/admin/password/reset", answers: { anyone: 422 } },
  { method: "POST", path: "/api/admin/sign-out", answers: { anyone: 204 } },
  // Without what the step before left behind.
  { method: "POST", path: "/api/admin/sign-in/code", body: { code: "123456" }, answers: { anyone: 401 } },
  // Without an identity provider in the configuration.
  { method: "GET", path: "/api/auth/oidc/start", answers: { anyone: 404 } },
  { method: "GET", path: "/api/auth/oidc/callback", answers: { anyone: 303 } },
  { method: "GET", path: "/api/admin/me", answers: all(200) },
  { method: "PATCH", path: "/api/admin/me", body: { firstName: "Bo", lastName: "Li" }, answers: all(200) },
  {
    method: "DELETE",
    path: "/api/admin/me",
    body: { password: "{password}" },
    answers: [204, 204, 204, 204, 204, 403],
  },
  {
    method: "PUT",
    path: "/api/admin/me/password",
    body: { oldPassword: "{password}", newPassword: "quite-another-39-lamps" },
    answers: all(204),
  },
  { method: "GET", path: "/api/admin/me/sessions", answers: all(200) },
  { method: "POST", path: "/api/admin/me/sessions/end-others", answers: all(204) },
  { method: "GET", path: "/api/admin/me/sign-in-methods", answers: all(200) },
  { method: "POST", path: "/api/admin/me/second-factor", body: { password: "{password}" }, answers: all(200) },
  // There is none in force, and no secret that waits for its first code.
  { method: "DELETE", path: "/api/admin/me/second-factor", body: { password: "{password}" }, answers: all(409) },
  { method: "POST", path: "/api/admin/me/second-factor/confirm", body: { code: "123456" }, answers: all(409) },
  {
    method: "POST",
    path: "/api/admin/me/second-factor/recovery-codes",
    body: { password: "{password}" },
    answers: all(409),
  },
  { method: "DELETE", path: "/api/admin/users/{userId}/second-factor", answers: byGlobalRole(409) },
  { method: "GET", path: "/api/admin/users", answers: byGlobalRole(200) },
  {
    method: "PATCH",
    path: "/api/admin/users/{userId}",
    body: { globalRole: "ADMINISTRATOR" },
    answers: byGlobalRole(200),
  },
  { method: "DELETE", path: "/api/admin/users/{userId}", body: { replacer: "deleter" }, answers: byGlobalRole(204) },
  { method: "GET", path: "/api/admin/audit", answers: byGlobalRole(200) },
  { method: "GET", path: "/api/admin/audit/export", answers: byGlobalRole(200) },
  { method: "GET", path: "/api/admin/server", answers: byGlobalRole(200) },
  { method: "GET", path: "/api/admin/model-packs", answers: byGlobalRole(200) },
  {
    method: "POST",
    path: "/api/admin/model-packs/choose",
    body: { pack: "standard", isLicenceAccepted: true },
    answers: [403, 403, 403, 403, 403, 200],
  },
  {
    method: "POST",
    path: "/api/admin/model-packs/cancel",
    body: { pack: "standard" },
    // Nothing is downloaded.
    answers: [403, 403, 403, 403, 403, 404],
  },
  { method: "GET", path: "/api/admin/applications", answers: all(200) },
  { method: "POST", path: "/api/admin/applications", body: { name: "{newName}" }, answers: byGlobalRole(201) },
  { method: "GET", path: application, answers: byMembers(200) },
  { method: "PATCH", path: application, body: { name: "{newName}" }, answers: byOwners(200) },
  { method: "DELETE", path: application, body: { name: "{applicationName}" }, answers: byOwners(204) },
  // The owner has to transfer first, and who is no member has nothing to leave.
  { method: "POST", path: `${application}/leave`, answers: [404, 204, 204, 403, 404, 404] },
  { method: "GET", path: `${application}/audit`, answers: byOwners(200) },
  { method: "GET", path: `${application}/audit/export`, answers: byOwners(200) },
  { method: "GET", path: `${application}/members`, answers: byMembers(200) },
  {
    method: "POST",
    path: `${application}/members`,
    body: { email: "new@example.org", role: "USER" },
    answers: byOwners(202),
  },
  { method: "PATCH", path: `${application}/members/{userId}`, body: { role: "ADMINISTRATOR" }, answers: byOwners(200) },
  { method: "DELETE", path: `${application}/members/{userId}`, answers: byOwners(204) },
  { method: "DELETE", path: `${application}/invitations/{invitationId}`, answers: byOwners(204) },
  { method: "GET", path: `${application}/services`, answers: byMembers(200) },
  {
    method: "POST",
    path: `${application}/services`,
    body: { name: "{newName}", type: "DETECTION" },
    answers: byAdministrators(201),
  },
  { method: "GET", path: "/api/admin/services", answers: all(200) },
  { method: "GET", path: service, answers: byMembers(200) },
  { method: "PATCH", path: service, body: { settings: { responseFormat: "V1" } }, answers: byAdministrators(200) },
  { method: "DELETE", path: service, body: { name: "{serviceName}" }, answers: byAdministrators(204) },
  // An operation that there is not: the wire's own answers to the others are no problem documents.
  { method: "POST", path: `${service}/try/{operation}`, takesForms: true, answers: byMembers(422) },
  { method: "POST", path: `${service}/clone`, body: { name: "{newName}" }, answers: byAdministrators(201) },
  { method: "GET", path: `${service}/statistics`, answers: byMembers(200) },
  { method: "GET", path: `${service}/holdings`, answers: byMembers(200) },
  { method: "GET", path: `${service}/export`, answers: byAdministrators(200) },
  // Sends no form.
  { method: "POST", path: `${service}/import`, answers: byAdministrators(415), takesForms: true },
  { method: "GET", path: `${service}/jobs`, answers: byMembers(200) },
  { method: "GET", path: `${service}/jobs/{jobId}`, answers: byMembers(200) },
  { method: "DELETE", path: `${service}/jobs/{jobId}`, answers: byAdministrators(200) },
  { method: "GET", path: `${service}/jobs/{jobId}/items`, answers: byMembers(200) },
  { method: "GET", path: `${service}/subjects`, answers: byMembers(200) },
  { method: "POST", path: `${service}/subjects`, body: { name: "{newName}" }, answers: byAdministrators(201) },
  { method: "GET", path: subject, answers: byMembers(200) },
  { method: "PATCH", path: subject, body: { name: "{newName}" }, answers: byAdministrators(200) },
  { method: "DELETE", path: subject, answers: byAdministrators(204) },
  { method: "GET", path: `${subject}/faces`, answers: byMembers(200) },
  // Without a picture, which would have to come as a form.
  { method: "POST", path: `${subject}/faces`, takesForms: true, answers: byAdministrators(415) },
  { method: "POST", path: `${subject}/face-marks`, body: { ids: ["{keyId}"] }, answers: byMembers(200) },
  {
    method: "PATCH",
    path: `${service}/faces`,
    body: { ids: ["{faceId}"], subjectId: "{subjectId}" },
    answers: byAdministrators(200),
  },
  { method: "DELETE", path: `${service}/faces`, body: { ids: ["{faceId}"] }, answers: byAdministrators(200) },
  // No picture of it was kept.
  { method: "GET", path: `${face}/picture`, answers: all(404) },
  { method: "GET", path: `${face}/thumbnail`, answers: all(404) },
  // Only clients of quality services encrypt.
  { method: "PUT", path: `${service}/encryption`, body: {}, answers: byAdministrators(409) },
  { method: "POST", path: `${service}/encryption/reveal`, answers: byAdministrators(409) },
  { method: "GET", path: `${service}/keys`, answers: byMembers(200) },
  {
    method: "POST",
    path: `${service}/keys`,
    body: { name: "second", scopes: ["read"] },
    answers: byAdministrators(201),
  },
  { method: "DELETE", path: key, answers: byAdministrators(204) },
  { method: "POST", path: `${key}/reveal`, answers: byAdministrators(200) },
  { method: "POST", path: `${key}/rotate`, body: { graceMinutes: 10 }, answers: byAdministrators(200) },
];
