"""Files that cannot be read, each with a stable code, the reason and what to do about it."""

from __future__ import annotations

from pipelines.plans.model import Finding

MEGABYTE = 1024 * 1024
MAX_FILE_BYTES = 200 * MEGABYTE
MAX_TEXT_BYTES = 64 * MEGABYTE  # of a text or web page: thirty times the longest plan known
MAX_TAGS = 1_000_000  # of a web page; Word's own HTML of a long plan has some tens of thousands
MAX_XML_BYTES = 100 * MEGABYTE  # of one part of a Word file, unpacked
MAX_PACKED_RATIO = 250  # unpacked / packed; running XML of Word stays below 60
MAX_ZIP_ENTRIES = 20_000
MAX_PDF_PAGES = 5_000
MAX_PDF_CHARACTERS = 20_000_000


class Refusal(Exception):
    """A file that is not read; carries its finding."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.message)
        self.finding = finding


def _error(code: str, message: str, remedy: str) -> Refusal:
    return Refusal(Finding(code, "error", message, remedy))


def empty_file(name: str) -> Refusal:
    return _error("empty_file", f"文件《{name}》为空，没有任何内容。", "请重新导出或重新下载原文件后放入。")


def file_too_large(name: str, what: str, limit: str) -> Refusal:
    return _error(
        "file_too_large",
        f"文件《{name}》{what}，超过 {limit} 的上限，未读取。",
        "请核对是否放错文件；确为规划文本的，请去掉图片后另存，或按章拆分。",
    )


def unsupported_type(name: str, what: str, remedy: str = "") -> Refusal:
    return _error(
        "unsupported_type",
        f"文件《{name}》{what}，不是可读取的规划文本格式。",
        remedy or "请提供 .txt、.md、.html、.docx 或带文字层的 .pdf 文件。",
    )


def legacy_doc(name: str) -> Refusal:
    return _error(
        "legacy_doc",
        f"文件《{name}》是旧版 Word（.doc）或 WPS 二进制格式，无法读取。",
        "请用 Word 或 WPS 打开，另存为 .docx 后重新放入。",
    )


def encrypted_file(name: str) -> Refusal:
    return _error(
        "encrypted_file",
        f"文件《{name}》设有打开密码或已加密，无法读取。",
        "请用密码打开后去除密码保护，另存为新文件后重新放入。",
    )


def damaged_file(name: str, what: str) -> Refusal:
    return _error("damaged_file", f"文件《{name}》已损坏：{what}。", "请重新下载或向来文单位索取完整的原文件。")


def scanned_pdf(name: str, pages: int) -> Refusal:
    return _error(
        "scanned_pdf",
        f"文件《{name}》共 {pages} 页，只有图像、没有文字层（扫描件）。",
        "请提供文字版，或先做 OCR（文字识别）并另存为带文字层的 PDF。",
    )


def unreadable_text_layer(name: str, share: float) -> Refusal:
    return _error(
        "unreadable_text_layer",
        f"文件《{name}》的文字层是乱码：约 {share:.0f}% 的字符没有对应的文字（字体未附编码表）。",
        "请提供 Word 文字版，或对页面图像重新做 OCR 后放入。",
    )


def no_text(name: str) -> Refusal:
    return _error(
        "no_text", f"文件《{name}》打开正常，但没有任何文字。", "请核对是否为规划正文；正文若为图片，请先做 OCR。"
    )
