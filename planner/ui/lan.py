"""The app on the local network, for the runner's own phone."""

import socket
from io import BytesIO, StringIO
from secrets import token_urlsafe

import segno


def new_code() -> str:
    return token_urlsafe(16)


def address() -> str | None:
    """This machine's address on the local network, or None without one.

    Sends nothing: a datagram socket only looks up the way it would go.
    """
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("10.255.255.255", 1))
        except OSError:
            return None
        found = str(probe.getsockname()[0])
    return None if found.startswith("127.") else found


def qr(link: str) -> str:
    """The link as a QR code for the terminal."""
    picture = StringIO()
    segno.make(link, error="m").terminal(picture, compact=True)
    return picture.getvalue()


def qr_picture(link: str) -> bytes:
    """The link as a QR code, a PNG."""
    picture = BytesIO()
    segno.make(link, error="m").save(picture, kind="png", scale=6)
    return picture.getvalue()
