"""What stands before every page: the token, where one is asked for, and the headers that keep browsers safe."""

import hmac

from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_PAGE_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
    " font-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
_HEADERS = {
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "no-referrer",
    "cross-origin-resource-policy": "same-origin",
    "content-security-policy": _PAGE_POLICY,
}


class Guard:
    """Asks for the token, and adds the headers that keep browsers safe."""

    def __init__(self, app: ASGIApp, token: str) -> None:
        """Stand before ``app``; an empty token lets everybody in."""
        self._app, self._token = app, token

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request through, or refuse it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                present = {name.lower() for name, _ in message["headers"]}
                message["headers"] += [
                    (name.encode(), value.encode()) for name, value in _HEADERS.items() if name.encode() not in present
                ]
            await send(message)

        if self._token and scope["path"] != "/health" and not self._borne(scope):
            refusal = PlainTextResponse("this server asks for a token\n", 401, {"WWW-Authenticate": "Bearer"})
            await refusal(scope, receive, guarded)
        else:
            await self._app(scope, receive, guarded)

    def _borne(self, scope: Scope) -> bool:
        given = dict(scope["headers"]).get(b"authorization", b"")
        kind, _, token = given.partition(b" ")
        return kind.lower() == b"bearer" and hmac.compare_digest(token.strip(), self._token.encode())
