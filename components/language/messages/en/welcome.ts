export const welcome = {
  hello: "Welcome, {name}. Three steps lead to a first answer.",
  steps: "First steps",
  done: "Done:",
  application: "Create an application",
  applicationHelp: "It groups services and the people who look after them.",
  service: "Create a service in it",
  serviceHelp: "Its type says what it does: find faces, recognise people, compare two pictures.",
  request: "Copy its key and send a picture",
  requestHelp: "Programs send the key with each request. The command for a first one stands ready to copy.",
} as const;
