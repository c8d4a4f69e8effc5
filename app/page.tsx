export default function StartPage() {
  return <main>Mien</main>;
}
