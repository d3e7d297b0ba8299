"""word/settings.xml and docProps/app.xml, which are the same in all documents."""

from minutes_gen.formats.docx._units import WORD_MAIN, XML_DECLARATION

_WORD = "http://schemas.microsoft.com/office/word"

# As Word for Japanese sets up a new document; compatibilityMode 15 keeps "[Compatibility Mode]"
# out of the title bar, doNotExpandShiftReturn keeps a line that ends by hand from being stretched.
_COMPATIBLE = "spaceForUL balanceSingleByteDoubleByteWidth doNotLeaveBackslashAlone ulTrailSpace \
doNotExpandShiftReturn adjustLineHeightInTable useFELayout"
_MODES = {
    "compatibilityMode": 15,
    "overrideTableStyleFontSizeAndJustification": 1,
    "enableOpenTypeFeatures": 1,
    "doNotFlipMirrorIndents": 1,
    "differentiateMultirowTableHeaders": 1,
}
_COLOURS = {
    "bg1": "light1", "t1": "dark1", "bg2": "light2", "t2": "dark2",
    **{f"accent{n}": f"accent{n}" for n in range(1, 7)},
    "hyperlink": "hyperlink", "followedHyperlink": "followedHyperlink",
}  # fmt: skip

SETTINGS_XML = "".join(
    [
        f'{XML_DECLARATION}<w:settings xmlns:w="{WORD_MAIN}"><w:zoom w:percent="100"/>',
        "<w:bordersDoNotSurroundHeader/>",
        '<w:bordersDoNotSurroundFooter/><w:defaultTabStop w:val="840"/>',
        '<w:displayHorizontalDrawingGridEvery w:val="0"/>',
        '<w:displayVerticalDrawingGridEvery w:val="2"/>',
        '<w:characterSpacingControl w:val="compressPunctuation"/><w:compat>',
        *(f"<w:{name}/>" for name in _COMPATIBLE.split()),
        *(
            f'<w:compatSetting w:name="{name}" w:uri="{_WORD}" w:val="{value}"/>'
            for name, value in _MODES.items()
        ),
        '</w:compat><w:themeFontLang w:val="en-US" w:eastAsia="ja-JP"/><w:clrSchemeMapping',
        *(f' w:{name}="{value}"' for name, value in _COLOURS.items()),
        '/><w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>',
    ]
)

APPLICATION_XML = (
    f"{XML_DECLARATION}<Properties "
    'xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    "<Application>minutes_gen</Application></Properties>"
)
