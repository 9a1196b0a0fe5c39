import { Link } from "@tanstack/react-router";
import { useTexts } from "../language.tsx";

export function NotFoundPage() {
  const { notFound } = useTexts();
  return (
    <div className="notice">
      <h1>{notFound.title}</h1>
      <p>
        <Link to="/">{notFound.back}</Link>
      </p>
    </div>
  );
}
