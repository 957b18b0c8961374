Invariant: krn-inf-1
Description: "The text of an information sheet is Markdown, HTML or PDF"
Severity: #error
Expression: "$this = 'text/markdown' or $this = 'text/html' or $this = 'application/pdf'"
