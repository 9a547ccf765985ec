"""Commands of the paper's last mile: the office's own files, copy for signature, issuing, the next reminder."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from flows.signing import Desk

Day = Callable[[str], date]
_DONE, _FAILED = 0, 1


def add_commands(commands: Any, day: Day) -> None:
    """Add the commands to the command line; `day` reads a day as it is typed."""
    office = commands.add_parser("office", help="đặt tệp thông tin văn phòng và mẫu Word vào thư mục dữ liệu để sửa")
    office.add_argument("--data", type=Path, required=True, metavar="THƯ_MỤC", help="thư mục dữ liệu")
    office.set_defaults(command=_office)

    sign = commands.add_parser("sign", help="soát bản dự thảo báo cáo và đặt bản trình ký")
    _of_campaign(sign, day)
    sign.set_defaults(command=_sign)

    issue = commands.add_parser("issue", help="phát hành bản đã trình ký: ghi số, ngày, lưu hồ sơ")
    _of_campaign(issue, day)
    issue.add_argument("--number", type=_number, required=True, metavar="SỐ", help="số của báo cáo")
    issue.add_argument("--day", type=day, required=True, metavar="NĂM-THÁNG-NGÀY", help="ngày phát hành")
    issue.add_argument("--again", action="store_true", help="ghi lại số, ngày đã ghi nhầm")
    issue.set_defaults(command=_issue)

    remind = commands.add_parser("remind", help="dự thảo công văn đôn đốc, kể cả lần hai, lần ba")
    _of_campaign(remind, day)
    remind.add_argument("--reply-by", type=day, metavar="NĂM-THÁNG-NGÀY", help="thời hạn mới")
    remind.add_argument("--cited", default="", metavar="VĂN_BẢN", help="công văn lần trước: “Công văn số … ngày …”")
    remind.set_defaults(command=_remind)


def _of_campaign(parser: argparse.ArgumentParser, day: Day) -> None:
    parser.add_argument("campaign", type=Path, metavar="THƯ_MỤC", help="thư mục của đợt")
    parser.add_argument("--out", type=Path, required=True, metavar="THƯ_MỤC", help="nơi ghi kết quả")
    parser.add_argument("--as-of", type=day, metavar="NĂM-THÁNG-NGÀY", help="tính đến ngày")
    parser.add_argument("--who", required=True, metavar="HỌ_TÊN", help="họ và tên người thực hiện")


def _number(text: str) -> int:
    if not text.isdecimal() or int(text) == 0:
        raise argparse.ArgumentTypeError(f"“{text}” không phải số của văn bản")
    return int(text)


def _office(args: argparse.Namespace) -> int:
    from flows.office_files import OWN_TEMPLATES, lay_down, own_facts
    from templates.office_book import OFFICE_BOOK

    lay_down(args.data)
    filled = len(own_facts(args.data).rows)
    print(f"Thông tin văn phòng (đã ghi {filled:02d} mục): {args.data / OFFICE_BOOK}")
    print(f"Mẫu Word để chép và sửa: {args.data / OWN_TEMPLATES / 'goc'}")
    return _DONE


def _sign(args: argparse.Namespace) -> int:
    from flows.signing import lay_for_signature
    from templates.issuing import NotReady

    try:
        print(f"Bản trình ký: {_at_desk(args, lambda desk: lay_for_signature(desk, args.who))}")
    except NotReady as error:
        print(f"[{error.code}] {error.message} {error.remedy}", file=sys.stderr)
        print("\n".join(f"  - {point}" for point in error.details["points"]), file=sys.stderr)
        return _FAILED
    return _DONE


def _issue(args: argparse.Namespace) -> int:
    from flows.signing import issue

    issued = _at_desk(args, lambda desk: issue(desk, args.number, args.day, args.who, args.again))
    print(f"Báo cáo đã phát hành: {issued}")
    return _DONE


def _remind(args: argparse.Namespace) -> int:
    from flows.signing import next_reminder, remind

    letter = _at_desk(args, lambda desk: remind(desk, next_reminder(desk, args.reply_by, args.cited), args.who))
    print(f"Công văn đôn đốc: {letter}" if letter else "Không còn đơn vị nào phải đôn đốc.")
    return _DONE


def _at_desk(args: argparse.Namespace, order: Callable[[Desk], Path | None]) -> Path | None:
    """Judge the campaign as it lies, carry out the order, and return what came of it."""
    from flows.run import run_campaign
    from flows.settings import settings
    from flows.signing import Desk

    made: list[Path | None] = []

    def then(shop: Any, found: Any, day: date) -> None:
        options = settings()
        now = datetime.now(options.zone).isoformat(timespec="seconds")
        made.append(order(Desk(shop, found, day, args.out, options.data, now)))

    run_campaign(args.campaign, args.out, as_of=args.as_of, say=lambda line: None, drafts=False, then=then)
    return made[0]
