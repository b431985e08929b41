"""Texts that would run as code if a page took them for markup; each would then set `window.hit`."""

from __future__ import annotations

MARK = "zq7"
"""The name of an element in hostile texts, which no answer may contain behind a `<`."""
_RUN = "window.hit=1"
_MARKUP = (
    f"<script>{_RUN}</script>", f"<ScRiPt >{_RUN}</sCrIpT>", f"</script><script>{_RUN}</script>",
    f"<img src=x onerror={_RUN}>", f"<img src=x onerror='{_RUN}'//", f"\"><img src=x onerror={_RUN}>",
    f"'><img src=x onerror={_RUN}>", f"</textarea><img src=x onerror={_RUN}>", f"</title><img src=x onerror={_RUN}>",
    f"<svg onload={_RUN}>", f"<svg/onload={_RUN}>", f"<svg><script>{_RUN}</script></svg>",
    f"</svg><img src=x onerror={_RUN}>", f"<svg><animate onbegin={_RUN} attributeName=x dur=1s>",
    f"<svg><foreignObject><img src=x onerror={_RUN}></foreignObject></svg>", f"<math><mi xlink:href=\"javascript:{_RUN}\">x</mi></math>",
    f"<body onload={_RUN}>", f"<details open ontoggle={_RUN}>x</details>", f"<input autofocus onfocus={_RUN}>",
    f"<iframe srcdoc=\"<script>parent.{_RUN}</script>\">", f"<iframe src=\"javascript:parent.{_RUN}\">",
    f"<object data=\"javascript:{_RUN}\">", f"<embed src=\"data:text/html,<script>{_RUN}</script>\">",
    f"<a href=\"javascript:{_RUN}\" autofocus>x</a>", f"<style onload={_RUN}>*{{}}</style>", f"<video><source onerror={_RUN}></video>",
    f"<link rel=stylesheet href=x onerror={_RUN}>", "<meta http-equiv=refresh content=\"0;url=data:text/html,x\">",
    "<base href=\"//evil.example/\">", "<form action=\"//evil.example\"><button autofocus>x</button></form>",
    f"<template><img src=x onerror={_RUN}></template>", f"<noscript><p title=\"</noscript><img src=x onerror={_RUN}>\">",
    f"<![CDATA[><img src=x onerror={_RUN}>]]>", f"<!--><img src=x onerror={_RUN}>-->", f"<{MARK} onpointerover={_RUN}>x</{MARK}>",
)  # fmt: skip
_OTHER = (
    f"\" onpointerover=\"{_RUN}\" x=\"", f"' onpointerover='{_RUN}' x='", f"` onpointerover={_RUN} `", f"javascript:{_RUN}",
    f"java\tscript:{_RUN}", f"data:text/html,<script>{_RUN}</script>", f"\";{_RUN};//", f"';{_RUN};//", f"${{{_RUN}}}", f"`-({_RUN})-`",
    f"{{{{constructor.constructor('{_RUN}')()}}}}", f"\\u003cimg src=x onerror={_RUN}\\u003e", f"&lt;img src=x onerror={_RUN}&gt;",
    f"url(javascript:{_RUN})", f"</style><img src=x onerror={_RUN}>",
)  # fmt: skip
HOSTILE: tuple[str, ...] = (*_MARKUP, *_OTHER)
PARAMETERS = (
    *("mode", "select", "with", "map", "layer", "plate", "show", "theme", "voice", "lesion", "severity", "findings"),
    *("case", "pair", "maps", "part", "tour", "step", "keys", "embed", "seed", "level", "asked", "length", "n"),
    *("side", "inset", "stage", "zoom", "camera", "pose", "layers"),
    *("days", "injury", "room", "exam", "minutes", "making"),
)
"""Every parameter of the page's address; a test compares them with the script that reads the address."""
SAFE = "({hit: window.hit ?? null, put: document.querySelectorAll('[onerror],[onload],[onpointerover],[onfocus],[ontoggle],[onbegin],zq7,base,object,embed,[href^=\"javascript:\" i],meta[http-equiv=refresh]').length})"
"""A script that reports whether hostile text ran in a page or became an element of it."""
