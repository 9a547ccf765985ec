"""The consolidated report: what it counts, whom it names, what it never says, and where every word comes from."""

from __future__ import annotations

import io
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace

import docx
import pytest
from docx.oxml.ns import qn

from checks.decision import Answer, Decision
from checks.finding import Cause, Status
from checks.requirement import Weight
from checks.ruling import standing
from checks.units import Unit
from templates.content import Report, sentences
from templates.context import report
from templates.duties import Teller
from templates.format import check_format
from templates.guard import ExportStopped, faults, places, refusal, stop
from templates.letters import Campaign
from templates.sources import Said, Sources
from templates.word import BadTemplate, consolidated_report, filled, shipped
from tests.templates import made


def content(campaign: Campaign, sources: bool = False) -> Report:
    return report(
        campaign.plan,
        campaign.submissions,
        campaign.findings,
        campaign.register,
        campaign.office,
        campaign.as_of,
        sources,
    )


def written(campaign: Campaign, sources: bool = False) -> bytes:
    return consolidated_report(
        campaign.plan,
        campaign.submissions,
        campaign.findings,
        campaign.register,
        campaign.office,
        campaign.as_of,
        sources,
    )


def paragraphs(data: bytes) -> Iterator[str]:
    for paragraph in docx.Document(io.BytesIO(data)).element.body.iter(qn("w:p")):
        yield "".join(node.text or "" for node in paragraph.iter(qn("w:t")))


def text(data: bytes) -> str:
    return "\n".join(paragraphs(data))


CAMPAIGN = made.campaign()
CLEAN, SOURCED = written(CAMPAIGN), written(CAMPAIGN, sources=True)


@pytest.mark.parametrize(
    "said",
    [
        "có 02/03 phòng, đơn vị đã gửi báo cáo",
        "trong đó 01 phòng, đơn vị gửi đúng thời hạn, 01 phòng, đơn vị gửi muộn (Trung tâm Kiểm soát bệnh tật)",
        "có 01/03 phòng, đơn vị đạt yêu cầu",
        "01 phòng, đơn vị có văn bản chưa đọc được (Bệnh viện Phổi)",  # it came, broken: never "chưa gửi"
        "trong quý IV/2031 (mục II.3 Kế hoạch): chưa đến hạn thực hiện.",
        "Phòng Nghiệp vụ Y; Trung tâm Kiểm soát bệnh tật: Đã tuyên truyền 12 buổi tại cơ sở.",  # the same words, once
        "Có 02 phòng, đơn vị giới thiệu 02 mô hình tiêu biểu",
        "Phòng Nghiệp vụ Y: Đề nghị Sở bố trí thêm kinh phí cho năm sau.",
        "Kính gửi: Ủy ban nhân dân tỉnh An Hải.",
        "Kế hoạch số 05/KH-SYT ngày 09/01/2031 của Sở Y tế về phòng, chống tác hại của thuốc lá năm 2031",
        "Văn phòng Sở chưa có văn bản thể hiện kết quả.",
    ],
)
def test_it_says(said: str) -> None:
    assert said in text(CLEAN)


def test_the_two_renderings_say_the_same_but_for_their_marks() -> None:
    marked = re.sub(r"\[[NS][\d, NS–]+\]", "", text(SOURCED).split("Phụ lục dẫn nguồn")[0])
    marked = marked.replace("; chưa kết luận", "").replace(" (chưa kết luận)", "").replace(" [chưa kết luận]", "")
    assert [line for line in marked.split("\n") if line.strip()] == [
        line for line in text(CLEAN).split("\n") if line.strip()
    ]
    assert not re.search(r"\[[NS]\d", text(CLEAN))
    assert "lưu hành nội bộ" not in text(CLEAN).lower()


def test_the_same_input_gives_the_same_bytes() -> None:
    assert written(made.campaign()) == CLEAN
    assert written(made.campaign(), sources=True) == SOURCED


def test_both_renderings_keep_the_decrees_format() -> None:
    assert check_format(CLEAN) == []
    assert check_format(SOURCED) == []


def test_a_general_duty_is_no_gap_and_nobody_is_blamed_for_it() -> None:
    line = next(line for line in paragraphs(CLEAN) if "Tăng cường tuyên truyền" in line)
    assert line.endswith("có 02/03 phòng, đơn vị báo cáo kết quả.")
    assert "Bệnh viện Phổi" not in line


def test_a_general_duty_of_one_unit_is_told_without_a_count() -> None:
    campaign = made.campaign()
    item = next(r for r in campaign.plan.requirements if r.weight is Weight.SHOULD)
    one = [f for f in campaign.findings if f.requirement == item.id and standing(f).status is Status.MET][:1]
    teller = Teller(
        campaign.submissions, Sources(campaign.submissions), show_undecided=False, office="", plan=campaign.plan
    )
    told = teller.duty(item, one, below_heading=False)
    assert told and told.lead.text.endswith(f": {one[0].unit} đã báo cáo kết quả.")


def test_a_count_names_its_units_where_a_sentence_of_theirs_was_told_further_up() -> None:
    campaign = made.campaign()
    item = next(r for r in campaign.plan.requirements if r.weight is Weight.SHOULD)
    findings = [f for f in campaign.findings if f.requirement == item.id]
    teller = Teller(
        campaign.submissions, Sources(campaign.submissions), show_undecided=False, office="", plan=campaign.plan
    )
    first, *others = [f for f in findings if standing(f).status is Status.MET]
    teller.lines(item, [first])  # as another duty above would tell it
    told = teller.duty(item, findings)
    assert told and [line.who for line in told.lines] == [f.unit for f in others]
    assert told.lead.text.endswith(f"báo cáo kết quả ({first.unit}; {others[0].unit}).")


def test_every_sentence_leads_to_a_count_or_a_quote_that_stands_in_its_file() -> None:
    told = content(CAMPAIGN)
    known = {row.mark: row for row in (*told.quotes, *told.counts)}
    texts = {item.sha256: item.document.text for item in CAMPAIGN.submissions if item.document}
    assert len(sentences(told)) >= 10
    for _, marks, _ in sentences(told):
        assert marks
        assert set(marks) <= set(known)
    for row in told.quotes:
        assert texts[row.span.document][row.span.start : row.span.end] == row.span.quote


def test_every_number_of_the_report_can_be_counted_again() -> None:
    told = content(CAMPAIGN)
    members = {row.mark: row.members for row in told.counts}
    recounted = 0
    for sentence, marks, _ in sentences(told):
        found = re.search(r"có (\d+)/(\d+) phòng, đơn vị (đạt yêu cầu|đã gửi|báo cáo kết quả)", sentence)
        if not found:
            continue
        listed = next(members[mark] for mark in marks if mark in members)
        part, whole, word = int(found[1]), int(found[2]), found[3]
        good = {"đã gửi": ("Đạt", "Nộp muộn"), "báo cáo kết quả": ("Có báo cáo kết quả",)}.get(word, ("Đạt",))
        fates = [member.rsplit(": ", 1)[1].removesuffix(" (chưa kết luận)") for member in listed]
        assert whole == len(listed)
        assert part == sum(fate in good for fate in fates)
        recounted += 1
    assert recounted == 3


def checked(told: Report) -> list[str]:
    found = faults(told, CAMPAIGN.plan, CAMPAIGN.submissions, CAMPAIGN.findings, CAMPAIGN.register)
    return [fault.code for fault in found]


def test_a_draft_made_here_has_only_the_missing_inspection_against_it() -> None:
    assert checked(content(CAMPAIGN)) == []


def test_a_planted_sentence_without_source_stops_the_export() -> None:
    planted = replace(content(CAMPAIGN), gaps=Said("Phong trào được đông đảo cán bộ hưởng ứng."))
    assert checked(planted) == ["G02"]
    with pytest.raises(ExportStopped, match="đông đảo cán bộ"):
        stop(faults(planted, CAMPAIGN.plan, CAMPAIGN.submissions, CAMPAIGN.findings, CAMPAIGN.register))


def test_a_quote_that_its_file_does_not_hold_stops_the_export() -> None:
    told = content(CAMPAIGN)
    first = told.quotes[0]
    span = replace(first.span, quote=first.span.quote[::-1])
    assert "G02" in checked(replace(told, quotes=(replace(first, span=span), *told.quotes[1:])))


def test_a_number_that_its_list_does_not_give_stops_the_export() -> None:
    told = content(CAMPAIGN)
    wrong = replace(told.counts[0], number=told.counts[0].number + 1)
    assert checked(replace(told, counts=(wrong, *told.counts[1:]))) == ["G03"]
    row = replace(told.overview[0], met="03")
    assert checked(replace(told, overview=(row, *told.overview[1:]))) == ["G03"]


def test_a_unit_of_which_nothing_is_said_is_a_fault() -> None:
    register = replace(made.REGISTER, units=(*made.REGISTER.units, Unit("Trường Trung cấp Y tế")))
    found = faults(content(CAMPAIGN), CAMPAIGN.plan, CAMPAIGN.submissions, CAMPAIGN.findings, register)
    assert [fault.code for fault in found] == ["G01"]
    assert "Trường Trung cấp Y tế" in found[0].text


def test_quoting_a_replaced_file_is_a_fault() -> None:
    from checks.submission import State

    old = tuple(replace(item, state=State.SUPERSEDED) for item in CAMPAIGN.submissions)
    found = faults(content(CAMPAIGN), CAMPAIGN.plan, old, CAMPAIGN.findings, CAMPAIGN.register)
    assert {fault.code for fault in found} == {"G05"}


def test_an_inspection_that_nothing_shows_is_a_fault() -> None:
    inspects = replace(made.requirement(5, applies_to="office", units=("Văn phòng Sở",)), action="", id="R5")
    spoken = replace(inspects, action="kiểm tra việc thực hiện")
    plan = replace(
        CAMPAIGN.plan, requirements=tuple(spoken if item.id == "R5" else item for item in CAMPAIGN.plan.requirements)
    )
    changed = replace(CAMPAIGN, plan=plan)
    found = faults(content(changed), plan, changed.submissions, changed.findings, changed.register)
    assert [fault.code for fault in found] == ["G06"]


def test_signing_is_refused_while_places_are_left_and_duties_undecided() -> None:
    told = refusal(CLEAN, content(CAMPAIGN))
    assert len(places(CLEAN)) == 9
    assert told[0].startswith("Còn 09 chỗ")
    # Late, broken, short, broken, and the office's own duty; its own report is this one.
    assert told[1].startswith("Còn 05 nội dung bắt buộc chưa kết luận")


def decided(answer: Answer) -> str:
    decision = Decision(
        "R2@Trung tâm Kiểm soát bệnh tật", answer, "Người Mẫu", "2031-07-04T08:00:00", reason="Có lý do"
    )
    return text(written(made.campaign(decision), sources=True))


@pytest.mark.parametrize(
    ("answer", "said", "unsaid"),
    [
        (Answer.ACCEPT, "có 02/03 phòng, đơn vị đạt yêu cầu", "chưa đạt mức yêu cầu (Trung tâm"),
        (Answer.EXEMPT, "01 phòng, đơn vị được miễn (Trung tâm Kiểm soát bệnh tật)", "chưa đạt mức yêu cầu (Trung tâm"),
        (
            Answer.AGREE,
            "01 phòng, đơn vị chưa đạt mức yêu cầu (Trung tâm Kiểm soát bệnh tật)",
            "bệnh tật; chưa kết luận",
        ),
    ],
)
def test_a_persons_word_counts(answer: Answer, said: str, unsaid: str) -> None:
    line = next(line for line in decided(answer).split("\n") if line.startswith("Xây dựng ít nhất 02 mô hình"))
    assert said in line
    assert unsaid not in line


HOSTILE = [
    "{{ 7 * 7 }} {% for x in y %}",
    "{_{ co_quan }_} {_% if 1 %_}",
    "<w:p><w:t>chen</w:t></w:p> & ]]> \"'",
    "a\x00b\x07\x0c\x1f\ud800",
    "{{r x }}{%p if %}{#p c #}",
]


def hostile(name: str) -> Campaign:
    campaign = made.campaign()
    units = tuple(replace(unit, name=name if unit.name == made.UNITS[2] else unit.name) for unit in made.REGISTER.units)
    register = replace(made.REGISTER, units=units)
    findings = tuple(
        replace(f, unit=name, reason=f"{name} {f.reason}") if f.unit == made.UNITS[2] else f for f in campaign.findings
    )
    submissions = tuple(replace(s, unit=name) if s.unit == made.UNITS[2] else s for s in campaign.submissions)
    return replace(campaign, register=register, findings=findings, submissions=submissions)


@pytest.mark.parametrize("name", HOSTILE)
def test_what_looks_like_a_template_or_like_markup_appears_letter_for_letter(name: str) -> None:
    from templates.phrases import clean

    data = written(hostile(name), sources=True)
    assert clean(name) in text(data)
    assert "49" not in text(data)


def test_a_name_of_ten_thousand_characters_is_cut_and_the_rest_stands() -> None:
    data = written(hostile("Phòng " + "a" * 10_000))
    longest = max(paragraphs(data), key=len)
    assert len(longest) < 3_000
    assert "Đề nghị Sở bố trí thêm kinh phí" in text(data)


def test_a_broken_template_is_refused_with_its_place() -> None:
    document = docx.Document(io.BytesIO(shipped("bao-cao-tong-hop.docx")))
    document.add_paragraph("Người lập bảng: {{ nguoi_lap_khong_co }}")
    target = io.BytesIO()
    document.save(target)
    with pytest.raises(BadTemplate) as told:
        filled("bao-cao-tong-hop.docx", {}, made.AS_OF, target.getvalue())
    assert "Mẫu “bao-cao-tong-hop.docx” có lỗi" in told.value.message


def test_a_template_cannot_reach_into_the_program() -> None:
    document = docx.Document()
    document.add_paragraph("{{ ''.__class__.__mro__[1].__subclasses__() }}")
    target = io.BytesIO()
    document.save(target)
    with pytest.raises(BadTemplate):
        filled("mau.docx", {}, made.AS_OF, target.getvalue())


def test_without_exemplars_asked_or_named_there_is_no_word_of_them() -> None:
    plan = replace(CAMPAIGN.plan, requirements=tuple(r for r in CAMPAIGN.plan.requirements if r.id != "R2"))
    findings = tuple(f for f in CAMPAIGN.findings if f.requirement != "R2")
    submissions = tuple(
        replace(s, facts=replace(s.facts, exemplars=())) if s.facts else s for s in CAMPAIGN.submissions
    )
    told = text(written(replace(CAMPAIGN, plan=plan, findings=findings, submissions=submissions)))
    assert "điển hình" not in told.lower()
    assert "Phụ lục II\n" in told  # the comparison moves up
    assert "Phụ lục III" not in told


def test_nothing_submitted_is_said_without_a_number_out_of_nowhere() -> None:
    findings = tuple(
        replace(f, status=Status.MISSING, cause=Cause.ABSENT, evidence=(), reason="Chưa thấy.")
        for f in CAMPAIGN.findings
        if f.requirement != "R3"
    )
    told = text(written(replace(CAMPAIGN, submissions=(), findings=findings)))
    assert "chưa có phòng, đơn vị nào gửi báo cáo" in told
    assert "00/" not in told


ENGLISH = re.compile(
    r"\b(?:the|and|or|of|none|null|true|false|missing|partial|late|met|due|report|plan|unit|must|should|not|error|"
    r"document|submission|undefined)\b",
    re.IGNORECASE,
)


@pytest.mark.parametrize("data", [CLEAN, SOURCED], ids=["clean", "sourced"])
def test_no_english_word_reaches_the_reader_and_all_is_nfc(data: bytes) -> None:
    shown = text(data)
    assert shown == unicodedata.normalize("NFC", shown)
    assert ENGLISH.findall(shown) == []
    assert not re.search(r"\s[,;.:]|\(\s|\s\)|\.\.(?!\.)|;;", shown)


def test_must_and_should_are_told_apart_by_weight_alone() -> None:
    weights = {item.id: item.weight for item in CAMPAIGN.plan.requirements}
    assert {row.duty for row in content(CAMPAIGN).overview}.isdisjoint(
        {"Tăng cường tuyên truyền về tác hại của thuốc lá"}
    )
    assert weights["R4"] is Weight.SHOULD
