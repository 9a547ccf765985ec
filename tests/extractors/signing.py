"""PDFs signed for tests by an authority of our own, the way offices do: number and day are drawn by signatures."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from asn1crypto import keys as asn_keys
from asn1crypto import x509 as asn_x509
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import fields, signers, timestamps
from pyhanko.stamp import TextStampStyle
from pyhanko_certvalidator.registry import SimpleCertificateStore

HANOI = dt.timezone(dt.timedelta(hours=7))
STAMPED = dt.datetime(2024, 3, 8, 9, 30, tzinfo=HANOI)


@dataclass(frozen=True)
class Mark:
    """One signature: `text` is drawn in `box` (left, low, right, high, from the lower left corner of page 1)."""

    text: str
    box: tuple[int, int, int, int]


@dataclass(frozen=True)
class Authority:
    """A root with a signer and a time stamper under it; `pem` is the root as the office would keep it."""

    pem: bytes
    signer: Any
    stamper: Any


def _certificate(
    name: str, organisation: str, parent: tuple[x509.Certificate, rsa.RSAPrivateKey] | None, stamps: bool = False
) -> tuple[x509.Certificate, rsa.RSAPrivateKey]:
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    subject = x509.Name(
        [
            x509.NameAttribute(NameOID.COUNTRY_NAME, "VN"),
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, organisation),
            x509.NameAttribute(NameOID.COMMON_NAME, name),
        ]
    )
    root = parent is None
    usage = x509.KeyUsage(True, True, False, False, False, root, root, False, False)
    builder = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(parent[0].subject if parent else subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(dt.datetime(2020, 1, 1, tzinfo=dt.UTC))
        .not_valid_after(dt.datetime(2045, 1, 1, tzinfo=dt.UTC))
        .add_extension(x509.BasicConstraints(root, None), True)
        .add_extension(usage, True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), False)
    )
    if stamps:
        builder = builder.add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.TIME_STAMPING]), True)
    return builder.sign(parent[1] if parent else key, hashes.SHA256()), key


def _asn(certificate: x509.Certificate) -> Any:
    return asn_x509.Certificate.load(certificate.public_bytes(serialization.Encoding.DER))


def _key(key: rsa.RSAPrivateKey) -> Any:
    plain = serialization.NoEncryption()
    return asn_keys.PrivateKeyInfo.load(
        key.private_bytes(serialization.Encoding.DER, serialization.PrivateFormat.PKCS8, plain)
    )


@cache
def authority() -> Authority:
    """Return one authority for the whole test run: making keys is slow."""
    root = _certificate("Cơ quan chứng thực thử nghiệm", "Tổ chức thử nghiệm", None)
    mine = _certificate("UBND huyện Vĩnh Tiến", "Tỉnh thử nghiệm", root)
    clock = _certificate("Máy chủ dấu thời gian", "Tổ chức thử nghiệm", root, stamps=True)
    store = SimpleCertificateStore()
    store.register(_asn(root[0]))
    return Authority(
        root[0].public_bytes(serialization.Encoding.PEM),
        signers.SimpleSigner(signing_cert=_asn(mine[0]), signing_key=_key(mine[1]), cert_registry=store),
        timestamps.DummyTimeStamper(
            tsa_cert=_asn(clock[0]), tsa_key=_key(clock[1]), certs_to_embed=store, fixed_dt=STAMPED
        ),
    )


def signed(data: bytes, marks: Sequence[Mark], *, stamped: bool) -> bytes:
    """Return `data` signed once for each mark, with a time stamp or with the signer's own clock alone."""
    for number, mark in enumerate(marks, start=1):
        place = fields.SigFieldSpec(f"Signature{number}", box=mark.box)
        made = signers.PdfSigner(
            signers.PdfSignatureMetadata(field_name=f"Signature{number}"),
            signer=authority().signer,
            timestamper=authority().stamper if stamped else None,
            stamp_style=TextStampStyle(stamp_text=mark.text, border_width=0, background_opacity=0),
            new_field_spec=place,
        ).sign_pdf(IncrementalPdfFileWriter(io.BytesIO(data)))
        data = made.getvalue()
    return data
