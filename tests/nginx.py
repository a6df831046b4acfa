"""nginx as deploy/nginx has it, with ports and paths of a test in place of those of a host."""

import shutil
import subprocess
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from socket import create_connection

from tests.server import PROJECT, Server, free_port

NAME = "board.example"


@dataclass(frozen=True)
class Nginx:
    """A running nginx: `url` is that of the board over TLS."""

    url: str
    folder: Path
    process: subprocess.Popen[bytes]

    def stop(self) -> None:
        self.process.terminate()
        self.process.wait(timeout=10)


def path() -> str | None:
    """Find nginx, which lies where not everybody looks."""
    return shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin:/usr/local/sbin")


def start(replicas: Sequence[Server], folder: Path, port: int | None = None) -> Nginx:
    """Start nginx in front of replicas, with a certificate nobody knows."""
    port, plain = port or free_port(), free_port()
    configuration = folder / "nginx.conf"
    configuration.write_text(_whole(folder, replicas, port, plain), encoding="utf-8")
    _make_certificate(folder)
    program = path()
    assert program
    process = subprocess.Popen([program, "-p", str(folder), "-c", str(configuration)])
    end = time.monotonic() + 10
    while time.monotonic() < end and process.poll() is None:
        with suppress(OSError), create_connection(("127.0.0.1", port), timeout=1):
            break
        time.sleep(0.05)
    assert process.poll() is None
    return Nginx(f"https://{NAME}:{port}", folder, process)


def _whole(folder: Path, replicas: Sequence[Server], port: int, plain: int) -> str:
    """Put the files of deploy/nginx together as a host does."""
    parts = PROJECT / "deploy/nginx"
    board = (parts / "campaign-board.conf").read_text(encoding="utf-8")
    upstream = (parts / "replicas.conf").read_text(encoding="utf-8")
    for number, replica in zip((8501, 8502), replicas, strict=True):
        upstream = upstream.replace(f"127.0.0.1:{number}", replica.url.removeprefix("http://"))
    (folder / "replicas.conf").write_text(upstream, encoding="utf-8")
    for usual, own in (
        ("/etc/nginx/campaign-board/", f"{folder}/"),
        ("/etc/ssl/campaign-board/", f"{folder}/"),
        ("/var/log/nginx/", f"{folder}/"),
        ("listen 443", f"listen 127.0.0.1:{port}"),
        ("listen 80", f"listen 127.0.0.1:{plain}"),
    ):
        assert usual in board
        board = board.replace(usual, own)
    temporary = "".join(
        f"{name}_temp_path {folder}/{name};\n"
        for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    return f"""
daemon off;
pid {folder}/nginx.pid;
error_log {folder}/nginx.log;
events {{}}
http {{
access_log off;
{temporary}
{board}
}}
"""


def _make_certificate(folder: Path) -> None:
    subprocess.run(
        [
            *("openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2"),
            *("-subj", f"/CN={NAME}", "-keyout", "privkey.pem", "-out", "fullchain.pem"),
        ],
        cwd=folder,
        check=True,
        capture_output=True,
    )
