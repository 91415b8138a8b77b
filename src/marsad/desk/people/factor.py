"""The second factor: codes of an authenticator application (TOTP), and recovery codes for when it is lost."""

from __future__ import annotations

import secrets
from base64 import b32encode
from datetime import UTC, datetime
from hashlib import sha256
from math import ceil

import qrcode
from django.db import transaction
from django_otp.plugins.otp_totp.models import TOTPDevice

from marsad.desk.people.log import note
from marsad.desk.people.models import RecoveryCode
from marsad.store.models import User

CODES = 10
LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"  # none that is taken for another
LENGTH = 12  # letters: 59 bits, far beyond guessing at a few attempts a minute
QUIET = 4  # modules of white around a QR code, as its standard asks


def device_of(user: User) -> TOTPDevice | None:
    """The confirmed second factor of a user."""
    return TOTPDevice.objects.filter(user=user, confirmed=True).first()


def proposed(user: User) -> TOTPDevice:
    """The second factor that a user is about to set up; the same one until it is confirmed."""
    device, _made = TOTPDevice.objects.get_or_create(user=user, confirmed=False, defaults={"name": "totp"})
    return device


def secret_of(device: TOTPDevice) -> str:
    """The secret to type in where no camera is at hand, in groups of four."""
    secret = b32encode(device.bin_key).decode().rstrip("=")
    return " ".join(secret[start : start + 4] for start in range(0, len(secret), 4))


def confirm(user: User, code: str) -> list[str] | None:
    """Make the proposed factor count where ``code`` is its code now; the recovery codes, else ``None``."""
    with transaction.atomic():
        device = TOTPDevice.objects.select_for_update().filter(user=user, confirmed=False).first()
        if device is None or not device.verify_token(_digits(code)):
            return None
        TOTPDevice.objects.filter(user=user).exclude(pk=device.pk).delete()
        device.confirmed = True
        device.save()
        note("factor-added", user, by=user)
        return make_codes(user)


def make_codes(user: User) -> list[str]:
    """New recovery codes, to be shown once; the earlier ones no longer count."""
    codes = ["".join(secrets.choice(LETTERS) for _ in range(LENGTH)) for _ in range(CODES)]
    RecoveryCode.objects.filter(account=user).delete()
    RecoveryCode.objects.bulk_create(RecoveryCode(account=user, digest=_digest(code)) for code in codes)
    return ["-".join((code[:4], code[4:8], code[8:])) for code in codes]


def verify(user: User, code: str) -> bool:
    """Whether ``code`` is the factor's code now, or a recovery code, which is then used up. Failures slow down the next.

    The device is locked meanwhile: of two requests with one code only one can win.
    """
    with transaction.atomic():
        device = TOTPDevice.objects.select_for_update().filter(user=user, confirmed=True).first()
        if device is None or not device.verify_is_allowed()[0]:
            return False
        if digits := _digits(code):
            return bool(device.verify_token(digits))
        used = RecoveryCode.objects.filter(account=user, digest=_digest(_letters(code))).delete()[0] == 1
        if used:
            device.throttle_reset()
            note("recovery-code-used", user, by=user, left=RecoveryCode.objects.filter(account=user).count())
        else:
            device.throttle_increment()
        return used


def seconds_left(device: TOTPDevice) -> int:
    """How long the next attempt must wait after failures."""
    allowed, why = device.verify_is_allowed()
    return 0 if allowed or not why else max(1, ceil((why["locked_until"] - datetime.now(UTC)).total_seconds()))


def _digits(code: str) -> str:
    bare = "".join(code.split())
    return bare if bare.isdecimal() and len(bare) == 6 else ""


def _letters(code: str) -> str:
    return "".join(code.split()).replace("-", "").lower()


def _digest(code: str) -> str:
    return sha256(code.encode("utf-8", "surrogatepass")).hexdigest()


def qr_path(text: str) -> tuple[int, str]:
    """A QR code as the side of a square in modules and the path of its dark modules, for an SVG."""
    code = qrcode.QRCode(border=QUIET)
    code.add_data(text)
    matrix = code.get_matrix()
    path = "".join(
        f"M{column} {row}h1v1h-1z" for row, line in enumerate(matrix) for column, dark in enumerate(line) if dark
    )
    return len(matrix), path
