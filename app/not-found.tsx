export default function NotFound() {
  return (
    <main id="main" className="mx-auto max-w-3xl px-4 py-16">
      <h1 className="font-semibold text-2xl">This page does not exist</h1>
      <p className="mt-3">
        <a className="text-primary underline underline-offset-4" href="/">
          Go to the start page
        </a>
      </p>
    </main>
  );
}
