"""The sentence that stands wherever something is typed: secrets of the State do not belong here.

Luật Bảo vệ bí mật nhà nước 117/2025/QH15; there is no field for a grade of secrecy either.
"""

from __future__ import annotations

from typing import Final

SECRETS: Final = "Không nhập nội dung thuộc bí mật nhà nước."
