"""F06 and F07: the covenant of a model, and the plan to launch or replicate it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from printing.blocks import Signer, SignList
from printing.content import Article, Block, Dotted, Entry, Letter, Para, Section, Signatures, Title
from printing.documents.data import PlanData
from printing.documents.office import GAP

USUAL_ARTICLES: Final = (
    (
        "Mục đích",
        "Vận động Nhân dân tự nguyện tham gia giữ gìn an ninh, trật tự; kịp thời phát hiện, phòng "
        "ngừa vi phạm pháp luật; xây dựng nếp sống văn minh, đoàn kết tại địa bàn.",
    ),
    (
        "Đối tượng tham gia",
        "Người cư trú tại địa bàn, tự nguyện, gương mẫu chấp hành chủ trương của Đảng, pháp luật "
        "của Nhà nước và quy ước này.",
    ),
    (
        "Nhiệm vụ",
        "Tuyên truyền, vận động Nhân dân; nắm tình hình, báo tin cho Công an; tham gia hòa giải, "
        "cảm hóa, giúp đỡ người lầm lỗi; giữ gìn trật tự nơi công cộng.",
    ),
    (
        "Quyền lợi",
        "Được cung cấp thông tin, bồi dưỡng kiến thức về an ninh, trật tự; được bảo vệ bí mật khi "
        "cung cấp tin; được biểu dương, khen thưởng khi có thành tích.",
    ),
    (
        "Sinh hoạt",
        "Sinh hoạt định kỳ mỗi quý một lần, họp đột xuất khi cần; có ghi biên bản; cuối năm "
        "sơ kết, đánh giá, xếp loại.",
    ),
    (
        "Khen thưởng",
        "Tập thể, cá nhân có thành tích được đề nghị cấp có thẩm quyền khen thưởng theo quy định; "
        "người vi phạm quy ước được nhắc nhở trước mô hình.",
    ),
    (
        "Kinh phí",
        "Từ nguồn vận động xã hội hóa tự nguyện, hỗ trợ của địa phương; thu, chi công khai.",
    ),
)
"""Words the office may change: no text of the State prescribes them."""


def covenant(data: PlanData) -> Letter:
    """F06: signed by the model's representative, confirmed by the police of the commune."""
    name = f"“{data.scheme}”" if data.scheme else f"“{GAP}{GAP}”"
    title = f"QUY ƯỚC HOẠT ĐỘNG CỦA MÔ HÌNH\n{name.upper()}"
    articles = data.articles or USUAL_ARTICLES
    confirmed = Signer(f"XÁC NHẬN CỦA\n{data.office.name.upper()}")
    return Letter(
        f"Quy ước hoạt động của mô hình {name}",
        (
            data.office.area_head(data.area, data.day),
            Title(title),
            *(
                Article(number, words, f"{heading}." if heading else "")
                for number, (heading, words) in enumerate(articles, start=1)
            ),
            Para(
                "Quy ước này đã được các thành viên mô hình thảo luận, thống nhất và cam kết thực "
                "hiện./."
            ),
            Signatures(SignList((data.leader, confirmed))),
        ),
    )


def launch_plan(data: PlanData) -> Letter:
    """F07: the plan to build and launch a model, or to replicate it."""
    act = "Nhân rộng" if data.replication else "Xây dựng, ra mắt"
    name = f"“{data.scheme}”" if data.scheme else f"“{GAP}{GAP}”"
    about = f"{act} mô hình {name}"
    return Letter(
        f"Kế hoạch {about}",
        (
            data.office.head("KH", data.number, data.day),
            Title("KẾ HOẠCH", about),
            *_purpose(data, name),
            *_contents(data),
            *_carrying_out(data),
            Signatures(
                data.office.signature(
                    f"- UBND {data.office.commune} (để báo cáo);",
                    "- Các bộ phận liên quan (để thực hiện);",
                )
            ),
        ),
    )


def _purpose(data: PlanData, name: str) -> Iterator[Block]:
    """Part I."""
    area = data.area or f"{GAP}{GAP}"
    yield Section("I. MỤC ĐÍCH, YÊU CẦU")
    yield Para(
        f"1. Phát huy vai trò của Nhân dân tại {area} trong phong trào Toàn dân bảo vệ an ninh Tổ "
        f"quốc thông qua mô hình {name}; góp phần giữ vững an ninh, trật tự từ cơ sở."
    )
    yield Para(
        "2. Việc xây dựng mô hình bảo đảm thiết thực, hiệu quả, không hình thức, phù hợp tình hình "
        "địa bàn và được Nhân dân đồng tình tham gia."
    )


def _contents(data: PlanData) -> Iterator[Block]:
    """Part II: where, when, who."""
    yield Section("II. NỘI DUNG")
    yield Entry("1. Địa điểm", data.launch_place)
    yield Entry("2. Thời gian", data.launch_day)
    yield Entry("3. Thành phần", data.participants)


def _carrying_out(data: PlanData) -> Iterator[Block]:
    """Parts III to V."""
    yield Section("III. PHÂN CÔNG")
    yield Para(
        f"1. {data.office.name}: chủ trì khảo sát, tham mưu Ủy ban nhân dân {data.office.commune} "
        "chỉ đạo; chuẩn bị nội dung, quy ước hoạt động; hướng dẫn mô hình sau ra mắt."
    )
    yield Para(
        "2. Trưởng khu dân cư, các đoàn thể tại địa bàn: vận động Nhân dân tham gia, giới thiệu "
        "người đủ điều kiện vào ban chủ nhiệm, tổ tự quản."
    )
    yield Section("IV. KINH PHÍ")
    yield Para(data.funding) if data.funding else Dotted(1)
    yield Section("V. TỔ CHỨC THỰC HIỆN")
    yield Para(
        "Các bộ phận, cá nhân được phân công căn cứ Kế hoạch này tổ chức thực hiện; quá trình thực "
        f"hiện có khó khăn, vướng mắc báo cáo về {data.office.name} để xem xét, chỉ đạo./."
    )
