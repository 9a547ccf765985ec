"""The office's mail as a block of Prefect: filled in once in the UI, sends drafts to those whom the office names."""

from __future__ import annotations

import smtplib
import ssl
from collections.abc import Mapping
from email.message import EmailMessage
from email.utils import formatdate, make_msgid
from enum import StrEnum
from typing import ClassVar

from prefect.blocks.abstract import NotificationBlock
from pydantic import Field, SecretStr

from extractors.errors import TonghopError

_SECONDS = 30.0
_WORD = ("application", "vnd.openxmlformats-officedocument.wordprocessingml.document")


class NotSent(TonghopError):
    """The mail server did not take the mail."""

    code, transient = "CHUA_GUI_THU", True
    reason: ClassVar[str] = "Chưa gửi được thư điện tử ({detail})."
    remedy: ClassVar[str] = (
        "Đề nghị kiểm tra khối “Thư điện tử của văn phòng” trong giao diện; bản dự thảo vẫn ở thư mục kết quả."
    )


class Cover(StrEnum):
    # The form shows this line, so it speaks to staff.
    """Cách bảo vệ đường truyền tới máy chủ thư."""

    STARTTLS = "STARTTLS"
    TLS = "TLS"
    NONE = "Không mã hóa"


class OfficeMail(NotificationBlock):
    # The form shows this line, so it speaks to staff.
    """Thư điện tử của văn phòng: dùng để gửi bản dự thảo cho những người được ghi ở đây."""

    _block_type_name = "Thư điện tử của văn phòng"
    _block_type_slug = "thu-dien-tu"
    _description = "Gửi bản dự thảo và tin tuần tới những địa chỉ mà văn phòng ghi ở đây."

    may_chu: str = Field(title="Máy chủ gửi thư", min_length=1)
    cong: int = Field(default=587, title="Cổng", ge=1, le=65535)
    bao_mat: Cover = Field(default=Cover.STARTTLS, title="Bảo vệ đường truyền")
    tai_khoan: str = Field(default="", title="Tài khoản (để trống nếu máy chủ không hỏi)")
    mat_khau: SecretStr = Field(default=SecretStr(""), title="Mật khẩu")
    nguoi_gui: str = Field(title="Địa chỉ gửi", min_length=3)
    nguoi_nhan: list[str] = Field(title="Địa chỉ nhận", min_length=1)

    def notify(self, body: str, subject: str | None = None) -> None:  # type: ignore[override]  # Prefect's own is async or not
        """Send a plain mail; raises NotSent."""
        self.send(subject or "", body, {})

    def send(self, subject: str, body: str, files: Mapping[str, bytes]) -> None:
        """Send a mail with Word files attached by name, in one message to all; raises NotSent."""
        message = EmailMessage()
        message["From"], message["To"] = self.nguoi_gui, ", ".join(self.nguoi_nhan)
        message["Subject"] = " ".join(subject.split())
        message["Date"], message["Message-ID"] = formatdate(localtime=True), make_msgid(domain="tonghop.local")
        message.set_content(body)
        for name, data in files.items():
            message.add_attachment(data, maintype=_WORD[0], subtype=_WORD[1], filename=name)
        try:
            with self._connected() as server:
                refused = server.send_message(message)
        except (OSError, smtplib.SMTPException) as error:
            raise NotSent(detail=type(error).__name__) from error
        if refused:
            raise NotSent(detail=f"{len(refused)} địa chỉ bị từ chối")

    def _connected(self) -> smtplib.SMTP:
        context = ssl.create_default_context()
        if self.bao_mat is Cover.TLS:
            server: smtplib.SMTP = smtplib.SMTP_SSL(self.may_chu, self.cong, timeout=_SECONDS, context=context)
        else:
            server = smtplib.SMTP(self.may_chu, self.cong, timeout=_SECONDS)
        if self.bao_mat is Cover.STARTTLS:
            server.starttls(context=context)
        if self.tai_khoan:
            server.login(self.tai_khoan, self.mat_khau.get_secret_value())
        return server
