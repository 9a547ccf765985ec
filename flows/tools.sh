#!/bin/sh
# Installs what reads scans and old formats where it may (root on Debian or Ubuntu); else says in one line what is missing.
set -u
missing=""
command -v soffice >/dev/null 2>&1 || missing="$missing libreoffice-writer"
if ! command -v tesseract >/dev/null 2>&1; then
  missing="$missing tesseract-ocr tesseract-ocr-vie tesseract-ocr-osd"
elif ! tesseract --list-langs 2>/dev/null | grep -qx vie; then
  missing="$missing tesseract-ocr-vie"
fi
# fonts-liberation of Debian 12 lacks Vietnamese letters; fonts-liberation2 has them.
fc-list 2>/dev/null | grep -q "LiberationSerif-Regular" || missing="$missing fonts-liberation2"
# "tools.sh test" also wants what only the tests use: a browser, a database server, a renderer of pages.
if [ "${1:-}" = test ]; then
  command -v chromium >/dev/null 2>&1 || missing="$missing chromium"
  command -v pdftoppm >/dev/null 2>&1 || missing="$missing poppler-utils"
  ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || missing="$missing postgresql"
fi
[ -z "$missing" ] && exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
  echo "Đang cài công cụ đọc bản quét và định dạng cũ:$missing"
  if apt-get update -qq >/dev/null 2>&1 &&
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null 2>&1; then
    exit 0
  fi
fi
echo "Thiếu công cụ (vẫn chạy được, nhưng chưa đọc bản quét hoặc tệp .doc/.rtf/.odt): cài các gói$missing"
exit 0
