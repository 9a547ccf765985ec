"""A folder becomes a campaign, or a Vietnamese sentence says what is missing in it."""

from __future__ import annotations

import unicodedata
from datetime import date
from pathlib import Path

import pytest

from flows.campaign import BadCampaign, open_campaign

YAML = """
title: Tháng hành động vì an toàn thực phẩm
office: Phòng Tổ chức
as_of: 2024-05-31
units:
  - {name: "Phòng Tổ chức", kind: "phòng"}
  - {name: "Trạm Y tế xã Ba", aliases: ["TYT xã Ba"], kind: "trạm"}
"""


def campaign(folder: Path, yaml: str = YAML) -> Path:
    (folder / "campaign.yaml").write_text(yaml, "utf-8")
    (folder / "plan.docx").write_bytes(b"plan")
    return folder


def test_everything_but_the_offices_own_files_is_a_submission_in_sub_folders_too(tmp_path: Path) -> None:
    campaign(tmp_path)
    (tmp_path / "received.json").write_text("{}", "utf-8")
    (tmp_path / "a.docx").write_bytes(b"a")
    (tmp_path / "Trạm Y tế").mkdir()
    (tmp_path / "Trạm Y tế" / "plan.docx").write_bytes(b"b")
    found = open_campaign(tmp_path)
    assert [entry.key for entry in found.entries] == ["Trạm Y tế/plan.docx", "a.docx"]
    assert (found.title, found.as_of, found.register.office) == (
        "Tháng hành động vì an toàn thực phẩm",
        date(2024, 5, 31),
        "Phòng Tổ chức",
    )


def test_keys_lie_below_submissions_where_that_folder_exists(tmp_path: Path) -> None:
    campaign(tmp_path)
    (tmp_path / "submissions").mkdir()
    (tmp_path / "submissions" / "x.pdf").write_bytes(b"x")
    (tmp_path / "gold").mkdir()
    (tmp_path / "gold" / "plan.json").write_bytes(b"{}")
    assert [entry.key for entry in open_campaign(tmp_path).entries] == ["x.pdf"]


def test_names_are_nfc_and_two_that_become_alike_stay_two(tmp_path: Path) -> None:
    campaign(tmp_path)
    name = "báo cáo.docx"
    (tmp_path / name).write_bytes(b"1")
    (tmp_path / unicodedata.normalize("NFD", name)).write_bytes(b"2")
    keys = [entry.key for entry in open_campaign(tmp_path).entries]
    assert len(set(keys)) == 2 and name in keys
    assert all(key == unicodedata.normalize("NFC", key) for key in keys)


def test_a_link_is_never_followed(tmp_path: Path) -> None:
    campaign(tmp_path)
    (tmp_path / "link.docx").symlink_to("/etc/passwd")
    (entry,) = open_campaign(tmp_path).entries
    assert entry.special


BAD = [
    ("không có campaign.yaml", None, "không mở được campaign.yaml"),
    ("không phải YAML", "a: [", "không đúng mẫu"),
    ("thiếu danh sách đơn vị", "title: A\noffice: B\n", "không đúng mẫu"),
]


@pytest.mark.parametrize(("why", "yaml", "words"), BAD)
def test_what_is_missing_is_said(tmp_path: Path, why: str, yaml: str | None, words: str) -> None:
    if yaml is not None:
        campaign(tmp_path, yaml)
    with pytest.raises(BadCampaign) as caught:
        open_campaign(tmp_path)
    assert words in caught.value.message, why


def test_one_plan_is_needed_and_no_more(tmp_path: Path) -> None:
    campaign(tmp_path)
    (tmp_path / "plan.pdf").write_bytes(b"plan")
    with pytest.raises(BadCampaign, match="nhiều tệp kế hoạch"):
        open_campaign(tmp_path)
    (tmp_path / "plan.pdf").unlink()
    (tmp_path / "plan.docx").unlink()
    with pytest.raises(BadCampaign, match="chưa thấy tệp kế hoạch"):
        open_campaign(tmp_path)
