"""Digital signatures of a PDF: who signed, when, and whether the file is still what was signed."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from extractors.document import Note, Signature
from extractors.readers.notes import note

# An unknown issuer is the usual case here and no fault; the library reports each with a trace.
for _chatty in ("pyhanko", "pyhanko_certvalidator"):
    logging.getLogger(_chatty).setLevel(logging.CRITICAL)

_CHANGED = "nội dung đã ký bị sửa"
_ADDED = "tệp có phần thêm hoặc sửa sau khi ký"
_UNREADABLE = "không đọc được chữ ký"


@dataclass(frozen=True, slots=True)
class Signed:
    """One signature with the name of its field, by which its appearance on the page is found."""

    field: str
    signature: Signature


def holds_signature(data: bytes) -> bool:
    """Return whether the file may be signed: every signature states the bytes that it covers."""
    return b"/ByteRange" in data


def read_signatures(data: bytes, roots: Sequence[bytes] = ()) -> list[Signed]:
    """Return the signatures of a PDF, oldest first; an unreadable file has none.

    `roots` are certificates (PEM or DER) that the office trusts; without them `trusted` is None: the signature may be
    whole, but who made it is not proven. Nothing is fetched from a network.
    """
    # pyhanko takes more than a second to import; most files are not signed.
    from pyhanko.pdf_utils.reader import PdfFileReader

    try:
        embedded = list(PdfFileReader(io.BytesIO(data), strict=False).embedded_signatures)
    except Exception:  # a file that its readers could open may still confuse the signature library
        return []
    trusted = list(_certificates(roots))
    return [Signed(str(one.field_name or ""), _read(one, trusted)) for one in embedded]


def _certificates(roots: Iterable[bytes]) -> Iterable[Any]:
    from asn1crypto import pem, x509  # type: ignore[import-untyped]  # ships no types

    for root in roots:
        if pem.detect(root):
            for _, _, der in pem.unarmor(root, multiple=True):
                yield x509.Certificate.load(der)
        else:
            yield x509.Certificate.load(root)


def _read(embedded: Any, trusted: list[Any]) -> Signature:
    from pyhanko.sign.diff_analysis import ModificationLevel
    from pyhanko.sign.validation import validate_pdf_signature
    from pyhanko.sign.validation.status import SignatureCoverageLevel
    from pyhanko_certvalidator import ValidationContext

    signer, organisation = _names(embedded)
    claimed = _iso(embedded, "self_reported_timestamp")
    try:
        context = ValidationContext(trust_roots=trusted, allow_fetching=False)
        status = validate_pdf_signature(embedded, context, ts_validation_context=context)
    except Exception:
        return Signature(signer, organisation, claimed, None, False, False, None if not trusted else False)
    allowed = (ModificationLevel.NONE, ModificationLevel.LTA_UPDATES, ModificationLevel.FORM_FILLING)
    stamped = status.timestamp_validity
    return Signature(
        signer=signer,
        organisation=organisation,
        signed_at=claimed,
        timestamp=stamped.timestamp.isoformat() if stamped is not None else None,
        intact=bool(status.intact and status.valid),
        covers_all=status.coverage is SignatureCoverageLevel.ENTIRE_FILE or status.modification_level in allowed,
        trusted=bool(status.trusted) if trusted else None,
    )


def _names(embedded: Any) -> tuple[str, str]:
    try:
        subject = embedded.signer_cert.subject.native
    except Exception:
        return "", ""
    return _one(subject.get("common_name")), _one(subject.get("organization_name"))


def _one(value: Any) -> str:
    if isinstance(value, list):
        value = value[0] if value else ""
    return str(value or "")


def _iso(embedded: Any, name: str) -> str | None:
    try:
        moment = getattr(embedded, name)
    except Exception:
        return None
    return moment.isoformat() if moment is not None else None


def signature_notes(signed: Sequence[Signed]) -> list[Note]:
    """Return the warnings: signatures that no longer fit the file, and signers that nobody has vouched for.

    What was added after a signature is no fault where a later signature, itself whole, covers it.
    """
    out: dict[Note, None] = {}
    for at, one in enumerate(signed):
        name = one.signature.signer or "người ký không rõ tên"
        later = [other.signature for other in signed[at + 1 :]]
        endorsed = any(other.intact and other.covers_all for other in later)
        if not one.signature.intact:
            out[note("CHU_KY_SO_HONG", signer=name, detail=_CHANGED if one.signature.signer else _UNREADABLE)] = None
        elif not one.signature.covers_all and not endorsed:
            out[note("CHU_KY_SO_HONG", signer=name, detail=_ADDED)] = None
    for one in signed:
        if one.signature.trusted is not True:
            out[note("CHU_KY_CHUA_KIEM_CHUNG", signer=one.signature.signer or "người ký không rõ tên")] = None
    return list(out)
