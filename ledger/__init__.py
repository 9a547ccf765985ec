"""What we hold: originals by SHA-256 and one database of submissions, facts, findings, decisions and events."""
