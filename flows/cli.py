"""The command line. Heavy rooms are imported by the command that needs them: `--help` answers at once."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from extractors.errors import TonghopError
from extractors.rendering import rendered
from flows.cli_issuing import add_commands

_DONE, _FAILED = 0, 1


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code: 0 done, 1 refused with a Vietnamese message, 2 wrong usage."""
    args = _parser().parse_args(argv)
    command: Callable[[argparse.Namespace], int] = args.command
    try:
        return command(args)
    except TonghopError as error:
        print(f"[{error.code}] {error.message} {error.remedy}", file=sys.stderr)
        return _FAILED
    except BrokenPipeError:
        return _DONE


class _Formatter(argparse.HelpFormatter):
    """Help in Vietnamese, the frame words too."""

    def add_usage(self, usage: str | None, actions: Any, groups: Any, prefix: str | None = None) -> None:
        super().add_usage(usage, actions, groups, "Cách dùng: " if prefix is None else prefix)


class _Parser(argparse.ArgumentParser):
    """A parser whose own words are Vietnamese."""

    def __init__(self, prog: str | None = None, description: str | None = None) -> None:
        super().__init__(prog=prog, description=description, add_help=False, formatter_class=_Formatter)
        self._positionals.title, self._optionals.title = "Tham số", "Tùy chọn"
        self.add_argument("-h", "--help", action="help", help="in hướng dẫn này")


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="tonghop", description="Đối chiếu văn bản các đơn vị nộp với kế hoạch và dự thảo báo cáo tổng hợp."
    )
    commands = parser.add_subparsers(required=True, metavar="LỆNH", parser_class=_Parser)

    run = commands.add_parser("run", help="đọc cả một đợt, ghi kết quả và báo cáo")
    run.add_argument("campaign", type=Path, metavar="THƯ_MỤC", help="thư mục của đợt")
    run.add_argument("--out", type=Path, required=True, metavar="THƯ_MỤC", help="nơi ghi kết quả")
    run.add_argument("--as-of", type=_day, metavar="NĂM-THÁNG-NGÀY", help="tính đến ngày")
    run.set_defaults(command=_run)

    read = commands.add_parser("read", help="in những gì đọc được từ một tệp")
    read.add_argument("file", type=Path, metavar="TỆP")
    read.add_argument("--json", action="store_true", help="in từng khối, dạng JSON")
    read.set_defaults(command=_read)

    extract = commands.add_parser("extract", help="in dữ kiện của một tệp")
    extract.add_argument("file", type=Path, metavar="TỆP")
    extract.add_argument("--json", action="store_true", help="dạng JSON như trong results.json")
    extract.set_defaults(command=_extract)

    plan = commands.add_parser("plan", help="in các yêu cầu đọc ra từ kế hoạch của một đợt")
    plan.add_argument("campaign", type=Path, metavar="THƯ_MỤC")
    plan.add_argument("--explain", metavar="MÃ", help="giải thích cách đọc một yêu cầu, ví dụ “R3”")
    plan.set_defaults(command=_plan)

    check = commands.add_parser("check", help="in bảng đơn vị × yêu cầu của một đợt")
    check.add_argument("campaign", type=Path, metavar="THƯ_MỤC")
    check.add_argument("--as-of", type=_day, metavar="NĂM-THÁNG-NGÀY", help="tính đến ngày")
    check.add_argument("--explain", metavar="MÃ", help="giải thích một kết quả, ví dụ “R3@Phòng Nội vụ”")
    check.set_defaults(command=_check)

    serve = commands.add_parser("serve", help="chạy dịch vụ: xem hộp thư, giao diện xem xét")
    serve.add_argument("--inbox", type=Path, metavar="THƯ_MỤC", help="hộp thư dùng chung")
    serve.add_argument("--outbox", type=Path, metavar="THƯ_MỤC", help="nơi ghi kết quả")
    serve.add_argument("--data", type=Path, metavar="THƯ_MỤC", help="thư mục dữ liệu")
    serve.add_argument("--port", type=int, metavar="CỔNG", help="cổng của giao diện")
    serve.set_defaults(command=_serve)

    worker = commands.add_parser("worker", help="đọc văn bản giúp dịch vụ, trên máy này hay máy khác")
    worker.add_argument("--data", type=Path, metavar="THƯ_MỤC", help="thư mục dữ liệu dùng chung")
    worker.set_defaults(command=_worker)

    for name, words, command in (
        ("verify", "kiểm tra toàn vẹn: bản gốc, trích dẫn, trạng thái, nhật ký", _verify),
        ("status", "in tình hình các đợt trong thư mục dữ liệu", _status),
    ):
        look = commands.add_parser(name, help=words)
        look.add_argument("--data", type=Path, required=True, metavar="THƯ_MỤC", help="thư mục dữ liệu")
        look.set_defaults(command=command)

    backup = commands.add_parser("backup", help="sao lưu sổ cái và kho bản gốc vào một tệp")
    backup.add_argument("target", type=Path, metavar="TỆP")
    backup.add_argument("--data", type=Path, required=True, metavar="THƯ_MỤC", help="thư mục dữ liệu")
    backup.set_defaults(command=_backup)

    restore = commands.add_parser("restore", help="khôi phục từ tệp sao lưu vào một thư mục trống")
    restore.add_argument("source", type=Path, metavar="TỆP")
    restore.add_argument("--data", type=Path, required=True, metavar="THƯ_MỤC", help="thư mục dữ liệu")
    restore.set_defaults(command=_restore)

    add_commands(commands, _day)

    form = commands.add_parser("format", help="so thể thức một tệp .docx với Nghị định 30/2020/NĐ-CP")
    form.add_argument("file", type=Path, metavar="TỆP")
    form.set_defaults(command=_format)

    doctor = commands.add_parser("doctor", help="cho biết máy có những công cụ nào")
    doctor.set_defaults(command=_doctor)
    return parser


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"“{text}” không phải ngày dạng NĂM-THÁNG-NGÀY") from error


def _run(args: argparse.Namespace) -> int:
    from flows.run import run_campaign
    from flows.summary import summary

    found = run_campaign(args.campaign, args.out, as_of=args.as_of, say=print)
    print(summary(found, args.out))
    return _DONE


def _read(args: argparse.Namespace) -> int:
    from flows.single import read_file

    document = read_file(args.file)
    print(json.dumps(document.as_json(), ensure_ascii=False, indent=1) if args.json else rendered(document))
    return _DONE


def _extract(args: argparse.Namespace) -> int:
    from flows.single import extract_file

    print(extract_file(args.file, as_json=args.json))
    return _DONE


def _format(args: argparse.Namespace) -> int:
    from flows.single import format_lines

    print("\n".join(format_lines(args.file)))
    return _DONE


def _plan(args: argparse.Namespace) -> int:
    from flows.overview import plan_lines

    print("\n".join(plan_lines(args.campaign, args.explain)))
    return _DONE


def _check(args: argparse.Namespace) -> int:
    from flows.overview import check_lines

    print("\n".join(check_lines(args.campaign, args.as_of, args.explain)))
    return _DONE


def _serve(args: argparse.Namespace) -> int:
    from flows.serve import serve
    from flows.settings import settings

    given = {name: getattr(args, name) for name in ("inbox", "outbox", "data", "port")}
    serve(settings().model_copy(update={name: value for name, value in given.items() if value is not None}), print)
    return _DONE


def _worker(args: argparse.Namespace) -> int:
    from flows.settings import settings
    from flows.worker import work

    options = settings()
    work(options.model_copy(update={"data": args.data or options.data}), print)
    return _DONE


def _verify(args: argparse.Namespace) -> int:
    from flows.office import open_ledger
    from flows.settings import settings
    from flows.verify import faults, issued_faults
    from ledger.store import Store

    ledger, vault = open_ledger(settings(), args.data), Store(args.data / "store")
    found = [*faults(ledger, vault), *issued_faults(ledger, vault)]
    print("\n".join(found) if found else f"Toàn vẹn: {len(ledger.originals()):02d} bản gốc, không có sai lệch.")
    ledger.close()
    return _FAILED if found else _DONE


def _status(args: argparse.Namespace) -> int:
    from datetime import datetime

    from flows.heartbeat import pulse_lines
    from flows.office import open_ledger
    from flows.settings import settings
    from flows.summary import status_lines

    ledger = open_ledger(settings(), args.data)
    print("\n".join(pulse_lines(args.data, datetime.now(settings().zone)) + status_lines(ledger)))
    ledger.close()
    return _DONE


def _backup(args: argparse.Namespace) -> int:
    from flows.backup import backup

    count = backup(args.data, args.target, _ledger_elsewhere(args.data))
    print(f"Đã sao lưu sổ cái và {count:02d} bản gốc vào {args.target}.")
    return _DONE


def _restore(args: argparse.Namespace) -> int:
    from flows.backup import restore

    count = restore(args.source, args.data, _ledger_elsewhere(args.data))
    print(f"Đã khôi phục sổ cái và {count:02d} bản gốc vào {args.data}.")
    return _DONE


def _ledger_elsewhere(data: Path) -> Any:
    """Return the ledger that the settings name by address, None where it is a file of the data folder."""
    from flows.office import open_ledger
    from flows.settings import settings

    return open_ledger(settings(), data) if settings().database_url else None


def _doctor(args: argparse.Namespace) -> int:
    from flows.doctor import doctor_lines

    print("\n".join(doctor_lines()))
    return _DONE


if __name__ == "__main__":
    sys.exit(main())
