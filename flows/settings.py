"""What an office may set, all with defaults that work: environment variables TONGHOP_* or a file `tonghop.env`."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any, Literal
from zoneinfo import ZoneInfo

from pydantic import Field, SecretStr, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

_DAYS = r"^\s*(\d{1,2}\s*(,\s*\d{1,2}\s*)*)?$"


class Settings(BaseSettings):
    """Settings of one installation."""

    model_config = SettingsConfigDict(env_prefix="TONGHOP_", env_file="tonghop.env", extra="ignore")

    data: Path | None = Field(default=None, description="Thư mục dữ liệu (kho bản gốc, sổ cái)")
    inbox: Path = Field(default=Path("inbox"), description="Thư mục dùng chung, mỗi đợt một thư mục con; chỉ đọc")
    outbox: Path = Field(default=Path("outbox"), description="Nơi ghi báo cáo, công văn, sổ theo dõi")
    host: str = Field(default="127.0.0.1", description="Địa chỉ của giao diện; mặc định chỉ máy này mở được")
    port: int = Field(default=4200, ge=1, le=65535, description="Cổng của giao diện")
    poll_seconds: float = Field(default=5.0, gt=0, description="Mỗi bao nhiêu giây xem hộp thư một lần")
    database_url: str | None = Field(
        default=None, description="Địa chỉ PostgreSQL; để trống là SQLite trong thư mục dữ liệu"
    )
    prefect_database_url: str | None = Field(
        default=None, description="Địa chỉ PostgreSQL của giao diện; để trống là SQLite trong thư mục dữ liệu"
    )
    auth: SecretStr | None = Field(
        default=None, description="Tên và mật khẩu vào giao diện, dạng ten:mat-khau; để trống là không hỏi"
    )
    public_url: str | None = Field(
        default=None, description="Địa chỉ mà trình duyệt của cán bộ dùng khi có máy chủ trung gian, https://…"
    )
    server_url: str | None = Field(
        default=None, description="Địa chỉ máy chủ giao diện chạy riêng (http://…:4200); để trống là tự khởi động"
    )
    time_zone: str = Field(default="Asia/Ho_Chi_Minh", description="Múi giờ")
    before_includes_day: bool = Field(default=True, description="“trước ngày X”: nhận trong ngày X còn đúng hạn")
    trust: Path | None = Field(
        default=None, description="Thư mục chứng thư số gốc (.pem, .crt, .cer, .der) để kiểm chứng người ký tệp PDF"
    )
    mail: str = Field(
        default="", description="Khối gửi thư trong giao diện, dạng thu-dien-tu/van-phong; để trống là không gửi gì"
    )
    daily: str = Field(
        default="0 7 * * 1-5", description="Giờ chạy tình hình hằng ngày (dạng cron); để trống là không chạy"
    )
    remind: str = Field(
        default="15 7 * * 1-5", description="Giờ kiểm tra thời hạn để nhắc (dạng cron); để trống là không chạy"
    )
    remind_before: str = Field(
        default="3, 1",
        pattern=_DAYS,
        description="Nhắc trước thời hạn bao nhiêu ngày làm việc",
    )
    remind_after: str = Field(
        default="1, 5",
        pattern=_DAYS,
        description="Đôn đốc sau thời hạn bao nhiêu ngày làm việc",
    )
    workers: int = Field(default=2, ge=1, le=32, description="Số tệp đọc cùng lúc")
    task_runner: Literal["threads", "workers"] = Field(
        default="threads", description="Ai đọc tệp: threads là chính dịch vụ, workers là các máy chạy tonghop worker"
    )
    chunk: int = Field(default=8, ge=1, le=200, description="Mỗi lô giao cho một máy có bao nhiêu tệp")
    lease_seconds: float = Field(
        default=30.0, gt=0, description="Sau bao nhiêu giây im lặng thì việc của một máy được giao lại"
    )

    @field_validator("auth")
    @classmethod
    def _has_name_and_password(cls, value: SecretStr | None) -> SecretStr | None:
        if value is None or not value.get_secret_value():
            return None
        name, mark, password = value.get_secret_value().partition(":")
        if not (name and mark and password):
            raise ValueError("phải có dạng ten:mat-khau")
        if not value.get_secret_value().isascii():  # Prefect's server answers 500 to every call then
            raise ValueError("tên và mật khẩu phải viết không dấu, dạng ten:mat-khau")
        return value

    @property
    def days_before(self) -> tuple[int, ...]:
        """Return how many working days before a deadline people are reminded."""
        return _numbers(self.remind_before)

    @property
    def days_after(self) -> tuple[int, ...]:
        """Return how many working days after it."""
        return _numbers(self.remind_after)

    @property
    def zone(self) -> ZoneInfo:
        """Return the time zone in which days are counted."""
        return ZoneInfo(self.time_zone)

    def environment(self) -> dict[str, str]:
        """Return the environment in which another process, wherever it starts, reads the same settings."""
        return {f"TONGHOP_{name.upper()}": _plain(value) for name, value in self if value is not None}


def _plain(value: Any) -> str:
    return value.get_secret_value() if isinstance(value, SecretStr) else str(value)


def _numbers(text: str) -> tuple[int, ...]:
    return tuple(int(part) for part in text.replace(",", " ").split())


@lru_cache(maxsize=1)
def settings() -> Settings:
    """Return the settings of this process, read once."""
    return Settings()
