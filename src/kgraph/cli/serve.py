"""``kgraph serve``: the exports over HTTP."""

from importlib.util import find_spec
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from kgraph.errors import MissingExtraError, UsageError

_LOOPBACK = ("127.0.0.1", "localhost", "::1")


def command(
    exports: Annotated[Path, typer.Argument(metavar="EXPORTS", help="What to serve.")] = Path("exports"),
    host: Annotated[str, typer.Option(help="The address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="The port; 0 for a free one.")] = 7878,
    timeout: Annotated[float, typer.Option(min=0.1, help="Seconds that a query may take.")] = 20.0,
    rows: Annotated[int, typer.Option(min=1, help="Rows that an answer may have.")] = 1_000_000,
    workers: Annotated[int, typer.Option(min=1, max=64, help="Queries answered at the same time.")] = 2,
    memory: Annotated[int, typer.Option(min=256, help="MiB that a query may take.")] = 4096,
    token: Annotated[
        str, typer.Option(envvar="KGRAPH_TOKEN", help="A bearer token that requests must carry.", show_default="none")
    ] = "",
    cors: Annotated[
        list[str] | None, typer.Option(metavar="ORIGIN", help="A web origin whose pages may ask.", show_default="none")
    ] = None,
    allow_host: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME", help="A name under which the server is reached.", show_default="loopback"),
    ] = None,
) -> None:
    """Serve exports: SPARQL at /sparql, named graphs at /graph, pages for things at /id/, a page to ask from at /.

    Read-only. Needs the extra [b]serve[/b]. Listens on loopback unless told otherwise; set --token before it does not.

    [dim]kgraph serve exports/ --port 7878[/dim]
    """
    if not (find_spec("starlette") and find_spec("uvicorn")):
        raise MissingExtraError("serve", "starlette with uvicorn")
    import uvicorn  # noqa: PLC0415 - of the extra

    from kgraph.serve.app import Settings, application  # noqa: PLC0415
    from kgraph.serve.pool import Limits  # noqa: PLC0415

    if host not in _LOOPBACK and not token:
        Console(stderr=True).print(f"[yellow]kgraph:[/yellow] anybody who reaches {host} can ask: consider --token")
    limits = Limits(seconds=timeout, rows=rows, memory=memory << 20)
    names = ("localhost", "127.0.0.1", "[::1]", *(allow_host or ()))
    settings = Settings(limits, workers, token, tuple(cors or ()), names if host in _LOOPBACK or allow_host else ("*",))
    config = uvicorn.Config(
        application(exports, settings),
        host=host,
        port=port,
        log_level="warning",
        server_header=False,
        limit_concurrency=512,
        timeout_keep_alive=30,  # were it shorter than a busy machine's pauses, clients would be cut off as they ask
        timeout_graceful_shutdown=3,
        h11_max_incomplete_event_size=64 << 10,
        http="h11",
        lifespan="on",
    )
    try:
        listening = config.bind_socket()
    except SystemExit:
        raise UsageError(f"cannot listen on {host}, port {port}: is something else there?") from None
    where = f"[{host}]" if ":" in host else host
    Console(stderr=True).print(f"SPARQL at http://{where}:{listening.getsockname()[1]}/sparql", highlight=False)
    uvicorn.Server(config).run(sockets=[listening])
