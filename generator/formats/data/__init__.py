"""Open data: tables as CSV and as workbooks, JSON, StratML."""
