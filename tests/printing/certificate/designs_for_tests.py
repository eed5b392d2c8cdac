"""Words and codes for certificates of tests."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from printing.certificate.designs import shipped
from printing.certificate.sheets import CertificatePage, Job, Sheet, render_certificates
from printing.certificate.template import Template, Text
from printing.certificate.values import sample_data

CODE = (
    "BF00JXK001T02K/LJ9M2RBTTZ-9XB6Q2CL:8GR/JT02T562FVG1KSQ8J67X065J8H-3XNJ3MQTGKH7X"
    "/L:-CKHFP4KTS5KT7N9MLN68JM:TL.GGGB710-"
)


def named(name: str) -> Template:
    return next(one for one in shipped() if one.name == name)


FESTIVE = "Giấy chứng nhận, khung lễ hội"
LONG_NAME = "Công Tằng Tôn Nữ Hoàng Thị Ngọc Phượng Khuê Nguyễn Đoàn Thương"


def page(template: Template | None = None, count: int = 1, **words: str) -> CertificatePage:
    sheet = Sheet(sample_data() | words, CODE)
    return CertificatePage(template or named(FESTIVE), (sheet,) * count)


def printed(one: CertificatePage, **job: Any) -> bytes:
    return render_certificates([replace(one, job=Job(**job)) if job else one])


def text_of(template: Template, field: str) -> Text:
    """The element of a design that holds a field."""
    return next(
        one
        for one in template.elements
        if isinstance(one, Text) and one.text == "{%s}" % field  # noqa: UP031
    )
