"""What every answer carries so that nothing from outside can run in the page. See ``docs/desk.md``, *Security*."""

from __future__ import annotations

CSP = "; ".join(
    (
        "default-src 'none'",
        *(f"{kind} 'self'" for kind in ("script-src", "style-src", "connect-src", "font-src", "form-action", "manifest-src")),
        "img-src 'self' data: blob:",
        "frame-ancestors 'none'",
        "base-uri 'none'",
    )
)
"""Nothing but this server's own files runs or is loaded: text from outside cannot become a script, a style, a frame or a request."""

HEADERS: dict[str, str] = {
    "Content-Security-Policy": CSP,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}
