"""The pictures of the documentation, made from the sample campaign: pages of the report and of the letter.

python -m benchmarks.pictures   (needs LibreOffice and pdftoppm)
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.accuracy import HERE
from flows.run import run_campaign

PICTURES = HERE.parent / "docs" / "hinh"
PAGES = {"bao-cao-tong-hop.docx": (1, 2), "cong-van-don-doc.docx": (1,), "so-theo-doi.xlsx": (2,)}


def main() -> int:
    """Write the pictures into `docs/hinh`."""
    sample = next((HERE.parent / "inbox").iterdir())
    with tempfile.TemporaryDirectory() as out:
        folder = Path(out)
        run_campaign(sample, folder, as_of=None, say=lambda line: None)
        profile = f"-env:UserInstallation=file://{out}/profile"
        for name, pages in PAGES.items():
            source, stem = folder / name, name.split(".", 1)[0]
            command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", out, str(source)]
            subprocess.run(command, check=True, capture_output=True, timeout=180)
            for page in pages:
                target = folder / f"{stem}-{page}"
                only = ["-f", str(page), "-l", str(page), "-singlefile", "-r", "70", "-png"]
                subprocess.run(["pdftoppm", *only, str(folder / f"{stem}.pdf"), str(target)], check=True, timeout=60)
                shutil.move(f"{target}.png", PICTURES / f"{stem}-{page}.png")
    return 0


if __name__ == "__main__":
    sys.exit(main())
