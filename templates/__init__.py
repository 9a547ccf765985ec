"""How it is told: findings in, Word, HTML and workbook bytes out."""
