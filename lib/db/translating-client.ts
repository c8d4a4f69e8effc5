import { PrismaClient } from "./generated/client";
import { translateError } from "./translate-error";

async function translated<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw translateError(error);
  }
}

// The extension sees each query but not the opening of a transaction, which waits for a connection of its own.
function translateTransactions(client: PrismaClient): PrismaClient {
  return new Proxy(client, {
    get(target, property) {
      const value: unknown = Reflect.get(target, property);
      if (property !== "$transaction" || typeof value !== "function") return value;
      return (...args: unknown[]) => translated(Reflect.apply(value, target, args) as Promise<unknown>);
    },
  });
}

/** A client whose queries and transactions throw `AppError` where the failure means something to the caller. */
export function createTranslatingClient(options: ConstructorParameters<typeof PrismaClient>[0]): PrismaClient {
  const extended = new PrismaClient(options).$extends({
    query: { $allOperations: ({ args, query }) => translated(query(args)) },
  });
  // The extension adds no member and changes no result, so the type is still the plain client's.
  return translateTransactions(extended as unknown as PrismaClient);
}
