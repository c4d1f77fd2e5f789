package org.airshed.documents.docx;

/**
 * A picture in a line of text (ECMA-376, part 1, 20.4.2.8).
 *
 * @param number the picture's place among those of the document, from 1
 * @param words what is read out in its place
 * @param width in English Metric Units, 12 700 to the point; the same of height
 */
record Inline(int number, String words, long width, long height) {
    private static final String DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/";

    static void write(Xml xml, Inline picture) {
        String[] size = {"cx", "" + picture.width, "cy", "" + picture.height};
        String name = "picture" + picture.number;
        xml.open("wp:inline", "xmlns:wp", DRAWING + "wordprocessingDrawing");
        xml.empty("wp:extent", size);
        xml.empty("wp:docPr", "id", "" + picture.number, "name", name, "descr", picture.words);
        xml.open("a:graphic", "xmlns:a", DRAWING + "main");
        xml.open("a:graphicData", "uri", DRAWING + "picture");
        xml.open("pic:pic", "xmlns:pic", DRAWING + "picture");
        xml.open("pic:nvPicPr").empty("pic:cNvPr", "id", "" + picture.number, "name", name);
        xml.empty("pic:cNvPicPr").close();
        xml.open("pic:blipFill").empty("a:blip", "r:embed", name);
        xml.open("a:stretch").empty("a:fillRect").close().close();
        xml.open("pic:spPr").open("a:xfrm").empty("a:off", "x", "0", "y", "0");
        xml.empty("a:ext", size).close();
        xml.open("a:prstGeom", "prst", "rect").empty("a:avLst").close().close();
        xml.close().close().close().close();
    }
}
