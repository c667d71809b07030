"""claims.xlsx of a run, by LibreOffice: office.py DIR SCRATCH. The cached value of every formula is taken out, so that LibreOffice
must reckon it, and what it reckons must be what we wrote; all sheets come out with all their rows, and claims.csv opens right."""
import csv, glob, os, re, subprocess, sys, zipfile
from decimal import Decimal

folder, scratch = sys.argv[1:]


def convert(path, *how):
    subprocess.run(["soffice", "--headless", f"-env:UserInstallation=file://{os.path.abspath(scratch)}/profile", *how, "--outdir", scratch, path],
                   check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=280)


def table(path):
    return list(csv.reader(open(path, encoding="utf-8-sig", newline="")))


bare = os.path.join(scratch, "bare.xlsx")
cached = {}
with zipfile.ZipFile(os.path.join(folder, "claims.xlsx")) as book, zipfile.ZipFile(bare, "w") as out:
    for name in book.namelist():
        text = book.read(name)
        if name == "xl/worksheets/sheet3.xml":
            cached = dict(re.findall(r'<c r="([A-Z]+\d+)"[^>]*><f>[^<]*</f><v>([^<]*)</v>', text.decode()))
            text = re.sub(r"(</f>)<v>[^<]*</v>", r"\1", text.decode()).encode()
        out.writestr(name, text)
assert len(cached) > 20, len(cached)

# 44 , · 34 " · 76 UTF-8 · from row 1 · … · cells as they are held, not as they are shown · -1: a file a sheet
convert(bare, "--convert-to", 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1')
sheets = {re.search(r"-(.+)\.csv$", os.path.basename(p)).group(1): table(p) for p in glob.glob(os.path.join(scratch, "bare-*.csv"))}
assert {"说明", "数据", "对比", "图表"} <= set(sheets), sorted(sheets)

claims, wide = table(os.path.join(folder, "claims.csv")), table(os.path.join(folder, "comparison.csv"))
assert len(sheets["数据"]) == len(claims) and len(sheets["对比"]) == len(wide)
for ours, theirs in zip(claims[1:], sheets["数据"][1:]):
    assert ours[4] == theirs[4] and ours[23] == theirs[23], (ours, theirs)
    assert ours[5] == theirs[5] or Decimal(ours[5]) == Decimal(theirs[5]), (ours[5], theirs[5])
for cell, value in cached.items():
    letters, row = re.match(r"([A-Z]+)(\d+)", cell).groups()
    column = sum((ord(c) - 64) * 26**i for i, c in enumerate(reversed(letters))) - 1
    shown = sheets["对比"][int(row) - 1][column]
    assert abs(Decimal(shown) - Decimal(value)) <= Decimal("0.005") * max(1, abs(Decimal(value)) / 1000), (cell, shown, value)

convert(os.path.join(folder, "claims.csv"), "--infilter=CSV:44,34,76,1", "--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false")
opened = table(os.path.join(scratch, "claims.csv"))
assert len(opened) == len(claims)
looked_up = [r for r in opened if r[19] == "7.35亿元" and r[2] == "2021" and r[10] == "level"]
assert looked_up and all(Decimal(r[5]) == 735000000 and r[9] == "元" for r in looked_up), looked_up
print(f"{len(cached)} formulas, {len(claims) - 1} claims")
