"""The single-file form of an export as SCORM packages: one unit, which reports a score and can be resumed.

A package is for one version of SCORM; platforms that know both take either. The page is one file because many platforms
show units in a frame whose origin is its own, where a page can fetch nothing.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from xml.etree import ElementTree

from atlas.api import Atlas
from atlas.export.fixed_zip import zip_of
from atlas.export.xml_elements import Element, add
from atlas.web.built_files import built_file
from atlas.web.static_site.folder import INDEX
from atlas.web.static_site.pages import Page
from atlas.web.static_site.single_file import single_file

ENOUGH = 20
"""How many different questions a learner answers to complete the unit: as many as the longest run of the quiz."""
SCORM_12, SCORM_2004 = "1.2", "2004"
PACKAGES = {SCORM_12: "nerve-atlas-scorm12.zip", SCORM_2004: "nerve-atlas-scorm2004.zip"}
"""Version of SCORM → name of its package."""
MANIFEST = "imsmanifest.xml"
_NAMESPACES = {
    SCORM_12: {
        "xmlns": "http://www.imsproject.org/xsd/imscp_rootv1p1p2",
        "xmlns:adlcp": "http://www.adlnet.org/xsd/adlcp_rootv1p2",
    },
    SCORM_2004: {
        "xmlns": "http://www.imsglobal.org/xsd/imscp_v1p1",
        "xmlns:adlcp": "http://www.adlnet.org/xsd/adlcp_v1p3",
        "xmlns:imsss": "http://www.imsglobal.org/xsd/imsss",
    },
}
_SCHEMA_VERSION = {SCORM_12: "1.2", SCORM_2004: "2004 4th Edition"}
_TYPE = {SCORM_12: "adlcp:scormtype", SCORM_2004: "adlcp:scormType"}
_PAGE = "page"


def manifest(atlas: Atlas, version: str, files: Iterable[str]) -> bytes:
    """The manifest of a package: one unit, which is its page, with these files."""
    root = Element("manifest", {"identifier": "nerve-atlas", "version": "1", **_NAMESPACES[version]})
    metadata = add(root, "metadata")
    add(metadata, "schema", "ADL SCORM")
    add(metadata, "schemaversion", _SCHEMA_VERSION[version])
    organization = add(add(root, "organizations", default="atlas"), "organization", identifier="atlas")
    add(organization, "title", atlas.strings["deck.name"])
    item = add(organization, "item", identifier="unit", identifierref=_PAGE, isvisible="true")
    add(item, "title", atlas.strings["page.name"])
    if version == SCORM_2004:
        # otherwise a platform may call a unit complete because it was opened
        controls = {"completionSetByContent": "true"}
        add(add(item, "imsss:sequencing"), "imsss:deliveryControls", **controls)
    resources = add(root, "resources")
    page = add(resources, "resource", identifier=_PAGE, type="webcontent", href=INDEX, **{_TYPE[version]: "sco"})
    for path in files:
        add(page, "file", href=path)
    ElementTree.indent(root)
    return ElementTree.tostring(root, encoding="UTF-8", xml_declaration=True) + b"\n"


def scorm_packages(page: Page, fetch_script: str, languages_note: str) -> dict[str, bytes]:
    """Name → package, one for each version of SCORM. The arguments are those of `single_file`."""
    packages = {}
    for version, name in PACKAGES.items():
        settings = json.dumps({"version": version, "enough": ENOUGH})
        script = f"window.atlas_scorm={settings};\n{built_file('scorm.js')}"
        files = single_file(page, fetch_script, languages_note, script)
        packages[name] = zip_of({MANIFEST: manifest(page.atlas, version, files), **files})
    return packages
