"""What strangers write to do harm, the password of the demo, and a clock that a test moves."""

HOSTILE = (
    "</script><script>window.hit=1</script>",
    "<img src=x onerror=window.hit=1>",
    '"><svg onload=window.hit=1>',
    "' autofocus onfocus=window.hit=1 x='",
    "javascript:window.hit=1",
    "{{ 7*7 }}{% raw %}",
    "</textarea></template></title></style><b>",
    "<!-- <script> \u2028 \u2029",
    "\u202egnp.exe\u202c pay\u200bpal",
    "]]>&lt;b&gt;",
)
PASSWORD = "a bird in the hand"  # noqa: S105  (of a demo that lives as long as a test)


class Clock:
    """The time of the scan and five hours, which a test moves."""

    def __init__(self, at):
        self.at = at

    def __call__(self):
        return self.at
